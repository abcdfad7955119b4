/**
 * A projection: a read model that follows the event log. It takes events in the order of their global positions, waits where one is
 * missing, and commits its view together with its checkpoint (D40). Handling a position twice changes nothing.
 */
import type { Commit, Envelope, Row, RowWrite, StoredEvent } from '#trace/records.ts';
import type { DatabaseReader, Draft, HandlingContext, Outgoing, Participant, TimerRequest } from '#kernel/participant.ts';

/** How one view follows from the events: for each event the rows that change. `row` reads the view as it stands, changes of this commit included. */
export type Project = (event: StoredEvent, row: (key: string) => Row | undefined) => readonly { readonly key: string; readonly row: Row }[];

export class Projection implements Participant {
  readonly id: string;
  private readonly view: string;
  private readonly project: Project;
  private readonly sources: readonly string[];
  /** True where every source has an outbox: what is missing will come. */
  private readonly reliable: boolean;
  private asked = 0;
  /** Relays that were asked for what came after the checkpoint, and have not said that this was all. */
  private readonly unanswered = new Set<string>();
  /** Events that came before their turn; volatile, a restart asks for them again. */
  private readonly waiting = new Map<number, { readonly event: StoredEvent; readonly poisoned: boolean }>();

  /** `view`: the projection's id and table. `sources`: the services whose events it follows. */
  constructor(view: string, project: Project, sources: readonly string[], reliable = true) {
    this.reliable = reliable;
    this.id = `projection:${view}`;
    this.view = view;
    this.project = project;
    this.sources = sources.map((service) => `relay:${service}`);
  }

  handle(database: DatabaseReader, message: Envelope, context: HandlingContext): Draft {
    const checkpoint = this.checkpoint(database);
    if (message.type === 'gap') return this.onGap(database, checkpoint, context.now);
    if (message.type === 'caught-up') return this.onAnswer(message.from);
    const event = message.data as unknown as StoredEvent;
    if (message.kind !== 'event' || event.position <= checkpoint) return draft('duplicate', null);
    const poisoned = context.directive.verdict === 'poison';
    const quiet = this.isQuiet;
    this.waiting.set(event.position, { event, poisoned });
    if (event.position > checkpoint + 1) return { ...draft('waiting', null), timers: quiet ? [gapTimer(0)] : [], verdictUsed: poisoned };
    const commit = this.advance(database, checkpoint, context.now);
    this.asked = 0;
    return { ...draft(poisoned ? 'dead-letter' : 'projected', commit), cancels: !quiet && this.isQuiet ? ['gap'] : [], verdictUsed: poisoned };
  }

  /**
   * An event is still missing. Asks its sources for it, waiting longer each time. Where a source has no outbox the event may be gone for
   * good (a dual write): after three times it is put down as lost, and the view goes on without it.
   */
  private onGap(database: DatabaseReader, checkpoint: number, now: number): Draft {
    if (this.isQuiet) return draft('discarded', null);
    this.asked += 1;
    if (this.waiting.size > 0) for (const source of this.sources) this.unanswered.add(source);
    if (this.reliable || this.waiting.size === 0 || this.asked <= PATIENCE) return this.ask(checkpoint, 'asked-again');
    this.asked = 0;
    const next = Math.min(...this.waiting.keys());
    const lost: RowWrite[] = [];
    for (let position = checkpoint + 1; position < next; position += 1) lost.push(this.deadLetter({ position, type: null, stream: null }, 'lost', now));
    const commit = this.advance(database, next - 1, now);
    return { ...draft('lost', { writes: [...commit.writes, ...lost], events: [] }), timers: this.isQuiet ? [] : [gapTimer(0)] };
  }

  /** A source has sent all it had. */
  private onAnswer(from: string): Draft {
    this.unanswered.delete(from);
    return { ...draft('answered', null), cancels: this.isQuiet ? ['gap'] : [] };
  }

  /** Asks every source for what came after the checkpoint, until each has answered: it may be down just now. */
  recover(database: DatabaseReader): Draft | null {
    for (const source of this.sources) this.unanswered.add(source);
    return this.ask(this.checkpoint(database), 'recovered');
  }

  private ask(after: number, note: string): Draft {
    const sends = [...this.unanswered].map((to): Outgoing => ({
      kind: 'subscription', type: 'catch-up', to, saga: null, step: null, phase: null, attempt: this.asked + 1, key: null, data: { after },
    }));
    return { ...draft(note, null), sends, timers: [gapTimer(this.asked)] };
  }

  /** True while nothing is missing, as far as this projection knows. */
  private get isQuiet(): boolean { return this.waiting.size === 0 && this.unanswered.size === 0; }

  private checkpoint(database: DatabaseReader): number {
    return (database.get('checkpoints', this.view)?.['position'] as number | undefined) ?? 0;
  }

  /** Projects every event whose turn has come, in one commit. */
  private advance(database: DatabaseReader, from: number, now: number): Commit {
    const changed = new Map<string, Row>();
    const letters: RowWrite[] = [];
    let position = from;
    for (let next = this.waiting.get(position + 1); next; next = this.waiting.get(position + 1)) {
      const { event, poisoned } = next;
      position += 1;
      this.waiting.delete(position);
      if (poisoned) letters.push(this.deadLetter(event, 'poison-event', now));
      else for (const { key, row } of this.project(event, (k) => changed.get(k) ?? database.get(this.view, k))) changed.set(key, row);
    }
    const writes: RowWrite[] = [...changed].map(([key, row]) => ({ table: this.view, key, row }));
    writes.push(...letters);
    writes.push({ table: 'checkpoints', key: this.view, row: { projection: this.view, position, at: now } });
    return { writes, events: [] };
  }

  /** An event that this view could not take, or never got, is put aside with what is needed to look into it; the events after it go on. */
  private deadLetter({ position, type, stream }: { position: number; type: string | null; stream: string | null }, reason: string, now: number): RowWrite {
    const id = `${this.view}#${position}`;
    return { table: 'dead_letters', key: id, row: { id, projection: this.view, position, type, stream, reason, at: now } };
  }
}

/** How often a missing event is asked for where it may be gone for good. */
const PATIENCE = 3;
/** How long a projection waits for an event that is missing before it asks its sources for it; twice as long each time. */
const gapTimer = (asked: number): TimerRequest => ({ name: 'gap', type: 'gap', after: 2000 * 2 ** Math.min(asked, 6), saga: null, data: null });

const draft = (note: string, commit: Draft['commit']): Draft => ({ commit, sends: [], timers: [], cancels: [], note, verdictUsed: false });
