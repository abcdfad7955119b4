/** A long trace without a long run: the records of a real one, again and again, with new positions, streams and sagas. */
import type { Commit, RowWrite, StoredEvent, TraceRecord } from '#trace/records.ts';

export class LongTrace {
  readonly trace: TraceRecord[];
  events = 0;
  private readonly pattern: readonly TraceRecord[];
  private round = 0;
  private place = 0;
  private made = 1;

  /** `pattern`: a run that began and ended. */
  constructor(pattern: readonly TraceRecord[]) {
    this.trace = [pattern[0]!];
    this.pattern = pattern.slice(1).filter(({ kind }) => kind === 'transition');
  }

  /** Goes on until the log has `count` further events. */
  grow(count: number): void { for (const record of this.ahead(count)) this.trace.push(record); }

  /** The records that come next, until there are `count` further events: made before time is taken. */
  ahead(count: number): readonly TraceRecord[] {
    const made: TraceRecord[] = [];
    const until = this.events + count;
    const from = this.made;
    while (this.events < until) {
      if (this.place === this.pattern.length) { this.place = 0; this.round += 1; }
      made.push(this.again(this.pattern[this.place]!, from + made.length));
      this.place += 1;
    }
    this.made += made.length;
    return made;
  }

  private again(record: TraceRecord, seq: number): TraceRecord {
    if (record.kind !== 'transition') return { ...record, seq };
    return { ...record, seq, at: seq * 4, sends: [], cancels: [], commit: record.commit && this.commit(record.commit) };
  }

  private commit({ writes, events }: Commit): Commit {
    const renamed = (text: string): string => text.replace(/(order|saga)-(\d+)/g, (_, what: string, n: string) => `${what}-${Number(n) + 100 * this.round}`);
    return {
      events: events.map((event): StoredEvent => {
        this.events += 1;
        return { ...event, id: renamed(event.id), position: this.events, stream: renamed(event.stream), saga: renamed(event.saga ?? ''), correlation: renamed(event.saga ?? ''), data: { ...event.data, order: renamed(String(event.data['order'])) } };
      }),
      writes: writes.map(({ table, key, row }): RowWrite => ({ table, key: renamed(key), row: row && (table === 'checkpoints' ? { ...row, position: this.events } : JSON.parse(renamed(JSON.stringify(row))) as typeof row) })),
    };
  }
}
