/**
 * A projection: a read model that follows the event log. It takes events in the order of their global positions, waits where one is
 * missing, and commits its view together with its checkpoint (D40). Handling a position twice changes nothing.
 */
import type { Envelope, Row, RowWrite, StoredEvent } from '#trace/records.ts';
import type { DatabaseReader, Draft, HandlingContext, Outgoing, Participant } from '#kernel/participant.ts';

/** How one view follows from the events: for each event the rows that change. `row` reads the view as it stands, changes of this commit included. */
export type Project = (event: StoredEvent, row: (key: string) => Row | undefined) => readonly { readonly key: string; readonly row: Row }[];

export class Projection implements Participant {
  readonly id: string;
  private readonly view: string;
  private readonly project: Project;
  private readonly sources: readonly string[];
  /** Events that came before their turn; volatile, a restart asks for them again. */
  private readonly waiting = new Map<number, StoredEvent>();

  /** `view`: the projection's id and table. `sources`: the services whose events it follows. */
  constructor(view: string, project: Project, sources: readonly string[]) {
    this.id = `projection:${view}`;
    this.view = view;
    this.project = project;
    this.sources = sources;
  }

  handle(database: DatabaseReader, message: Envelope, context: HandlingContext): Draft {
    const event = message.data as unknown as StoredEvent;
    const checkpoint = this.checkpoint(database);
    if (message.kind !== 'event' || event.position <= checkpoint) return draft('duplicate', null);
    this.waiting.set(event.position, event);
    if (event.position > checkpoint + 1) return draft('waiting', null);
    return draft('projected', this.advance(database, checkpoint, context.now));
  }

  /** Asks every source for what came after the checkpoint. */
  recover(database: DatabaseReader): Draft | null {
    const after = this.checkpoint(database);
    const sends = this.sources.map((service): Outgoing => ({
      kind: 'command', type: 'catch-up', to: `relay:${service}`, saga: null, step: null, phase: null, attempt: 0, key: null, data: { after },
    }));
    return { ...draft('recovered', null), sends };
  }

  private checkpoint(database: DatabaseReader): number {
    return (database.get('checkpoints', this.view)?.['position'] as number | undefined) ?? 0;
  }

  /** Projects every event whose turn has come, in one commit. */
  private advance(database: DatabaseReader, from: number, now: number): Draft['commit'] {
    const changed = new Map<string, Row>();
    let position = from;
    for (let event = this.waiting.get(position + 1); event; event = this.waiting.get(position + 1)) {
      position += 1;
      this.waiting.delete(position);
      for (const { key, row } of this.project(event, (k) => changed.get(k) ?? database.get(this.view, k))) changed.set(key, row);
    }
    const writes: RowWrite[] = [...changed].map(([key, row]) => ({ table: this.view, key, row }));
    writes.push({ table: 'checkpoints', key: this.view, row: { projection: this.view, position, at: now } });
    return { writes, events: [] };
  }
}

const draft = (note: string, commit: Draft['commit']): Draft => ({ commit, sends: [], timers: [], cancels: [], note, verdictUsed: false });
