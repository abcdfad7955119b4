/**
 * A projection: a read model that follows the event log. It takes events in the order of their global positions, waits where one is
 * missing, and commits its view together with its checkpoint (D40). Handling a position twice changes nothing.
 */
import type { Envelope, Row, RowWrite, StoredEvent } from '#trace/records.ts';
import type { DatabaseReader, Draft, HandlingContext, Outgoing, Participant, TimerRequest } from '#kernel/participant.ts';

/** How one view follows from the events: for each event the rows that change. `row` reads the view as it stands, changes of this commit included. */
export type Project = (event: StoredEvent, row: (key: string) => Row | undefined) => readonly { readonly key: string; readonly row: Row }[];

export class Projection implements Participant {
  readonly id: string;
  private readonly view: string;
  private readonly project: Project;
  private readonly sources: readonly string[];
  /** Events that came before their turn; volatile, a restart asks for them again. */
  private readonly waiting = new Map<number, { readonly event: StoredEvent; readonly poisoned: boolean }>();

  /** `view`: the projection's id and table. `sources`: the services whose events it follows. */
  constructor(view: string, project: Project, sources: readonly string[]) {
    this.id = `projection:${view}`;
    this.view = view;
    this.project = project;
    this.sources = sources;
  }

  handle(database: DatabaseReader, message: Envelope, context: HandlingContext): Draft {
    const checkpoint = this.checkpoint(database);
    if (message.type === 'gap') return this.waiting.size > 0 ? { ...this.askAgain(checkpoint, 'asked-again'), timers: [GAP] } : draft('discarded', null);
    const event = message.data as unknown as StoredEvent;
    if (message.kind !== 'event' || event.position <= checkpoint) return draft('duplicate', null);
    const poisoned = context.directive.verdict === 'poison';
    const alone = this.waiting.size === 0;
    this.waiting.set(event.position, { event, poisoned });
    if (event.position > checkpoint + 1) return { ...draft('waiting', null), timers: alone ? [GAP] : [], verdictUsed: poisoned };
    const commit = this.advance(database, checkpoint, context.now);
    return { ...draft(poisoned ? 'dead-letter' : 'projected', commit), cancels: alone ? [] : this.waiting.size === 0 ? ['gap'] : [], verdictUsed: poisoned };
  }

  /** Asks every source for what came after the checkpoint. */
  recover(database: DatabaseReader): Draft | null { return this.askAgain(this.checkpoint(database), 'recovered'); }

  private askAgain(after: number, note: string): Draft {
    const sends = this.sources.map((service): Outgoing => ({
      kind: 'command', type: 'catch-up', to: `relay:${service}`, saga: null, step: null, phase: null, attempt: 0, key: null, data: { after },
    }));
    return { ...draft(note, null), sends };
  }

  private checkpoint(database: DatabaseReader): number {
    return (database.get('checkpoints', this.view)?.['position'] as number | undefined) ?? 0;
  }

  /** Projects every event whose turn has come, in one commit. */
  private advance(database: DatabaseReader, from: number, now: number): Draft['commit'] {
    const changed = new Map<string, Row>();
    const letters: RowWrite[] = [];
    let position = from;
    for (let next = this.waiting.get(position + 1); next; next = this.waiting.get(position + 1)) {
      const { event, poisoned } = next;
      position += 1;
      this.waiting.delete(position);
      if (poisoned) letters.push(this.deadLetter(event, now));
      else for (const { key, row } of this.project(event, (k) => changed.get(k) ?? database.get(this.view, k))) changed.set(key, row);
    }
    const writes: RowWrite[] = [...changed].map(([key, row]) => ({ table: this.view, key, row }));
    writes.push(...letters);
    writes.push({ table: 'checkpoints', key: this.view, row: { projection: this.view, position, at: now } });
    return { writes, events: [] };
  }

  /** An event that this view could not take is put aside, with what is needed to look into it; the events after it go on. */
  private deadLetter(event: StoredEvent, now: number): RowWrite {
    const id = `${this.view}#${event.position}`;
    return { table: 'dead_letters', key: id, row: { id, projection: this.view, position: event.position, type: event.type, stream: event.stream, reason: 'poison-event', at: now } };
  }
}

/** How long a projection waits for an event that is missing before it asks its sources for it. */
const GAP: TimerRequest = { name: 'gap', type: 'gap', after: 2000, saga: null, data: null };

const draft = (note: string, commit: Draft['commit']): Draft => ({ commit, sends: [], timers: [], cancels: [], note, verdictUsed: false });
