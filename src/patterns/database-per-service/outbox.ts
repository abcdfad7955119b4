/**
 * The transactional outbox: an event's outbox row commits together with the state (D28); the relay publishes it and only then takes the
 * row away, so that a crash in between repeats an event and never loses one (D29). Source: C. Richardson, Microservices Patterns, ch. 3.
 */
import type { Envelope, Row, RowWrite, StoredEvent } from '#trace/records.ts';
import type { DatabaseReader, Draft, HandlingContext, Outgoing, Participant, TimerRequest } from '#kernel/participant.ts';

/** Milliseconds from the commit to the relay's next look. */
const POLL = 20;

export const outboxWrite = (event: StoredEvent, now: number): RowWrite => ({
  table: 'outbox',
  key: event.id,
  row: { id: event.id, position: event.position, type: event.type, stream: event.stream, at: now },
});

/** Asks for the relay's next look; for the service to set when it fills an empty outbox. */
export const relayPoll = (service: string): TimerRequest => ({ name: 'poll', type: 'relay-poll', after: POLL, owner: `relay:${service}`, saga: null, data: null });

/** An event on its way to a subscriber. */
export const publication = (event: StoredEvent, to: string): Outgoing => ({
  kind: 'event', type: event.type, to, saga: event.saga, step: event.step, phase: null, attempt: 0, key: event.id, causation: event.causation,
  data: event as unknown as Outgoing['data'],
});

/** The relay of one service: it lives in the service's process and reads the service's database, nobody else's (D27). */
export class OutboxRelay implements Participant {
  readonly id: string;
  private readonly service: string;
  private readonly subscribers: readonly string[];
  /** `subscribers`: the participants that get every event of this service. */
  constructor(service: string, subscribers: readonly string[]) {
    this.id = `relay:${service}`;
    this.service = service;
    this.subscribers = subscribers;
  }

  handle(database: DatabaseReader, message: Envelope, _context: HandlingContext): Draft {
    switch (message.type) {
      case 'relay-poll': return this.publish(database);
      case 'relay-mark': return this.mark(database, message);
      case 'catch-up': return catchUp(database, message);
      default: return nothing('discarded');
    }
  }

  recover(database: DatabaseReader): Draft | null {
    return database.count('outbox') > 0 ? { ...nothing('recovered'), timers: [relayPoll(this.service)] } : null;
  }

  private publish(database: DatabaseReader): Draft {
    const ids: string[] = [];
    const sends: Outgoing[] = [];
    for (const row of inOrder(database.all('outbox'))) {
      ids.push(row['id'] as string);
      if (this.subscribers.length === 0) continue;
      for (const event of database.eventsAfter((row['position'] as number) - 1)) {
        for (const subscriber of this.subscribers) sends.push(publication(event, subscriber));
        break;
      }
    }
    return { ...nothing('published'), sends, timers: [{ name: 'mark', type: 'relay-mark', after: 0, saga: null, data: ids }] };
  }

  private mark(database: DatabaseReader, message: Envelope): Draft {
    const ids = message.data as readonly string[];
    const writes = ids.map((id): RowWrite => ({ table: 'outbox', key: id, row: null }));
    const left = database.count('outbox') - ids.length;
    return { ...nothing('marked'), commit: { writes, events: [] }, timers: left > 0 ? [relayPoll(this.service)] : [] };
  }
}

/** A subscriber that lost its place asks for everything after its checkpoint, and is told when that was all. */
function catchUp(database: DatabaseReader, message: Envelope): Draft {
  const { after } = message.data as { readonly after: number };
  const sends: Outgoing[] = [];
  for (const event of database.eventsAfter(after)) sends.push(publication(event, message.from));
  sends.push({ kind: 'subscription', type: 'caught-up', to: message.from, saga: null, step: null, phase: null, attempt: message.attempt, key: null, data: { after } });
  return { ...nothing('caught-up'), sends };
}

/** In the order of the commits, which a table does not keep. */
function inOrder(outbox: Iterable<Row>): readonly Row[] {
  const rows = [...outbox];
  return rows.length < 2 ? rows : rows.sort((a, b) => (a['position'] as number) - (b['position'] as number));
}

const nothing = (note: string): Draft => ({ commit: null, sends: [], timers: [], cancels: [], note, verdictUsed: false });
