/** The read projections at the playhead: view, checkpoint and lag, and for every cell the event that last changed it. */
import type { Json, Row, StoredEvent, Trace } from '#trace/records.ts';
import { columnChanges } from './changes.ts';
import type { ColumnChange } from './changes.ts';
import { databaseAt } from './databases-journal.ts';
import { eventAt, eventIndex } from './event-log.ts';
import { countBefore, countWhile, createIndex, listAt } from './indexed.ts';

/** What one event changed in one row of a projection. */
export interface ViewChange {
  readonly projection: string;
  readonly key: string;
  readonly seq: number;
  readonly at: number;
  /** Global position of the event that was applied; 0 when the change came from elsewhere (a rebuild). */
  readonly position: number;
  readonly cells: readonly ColumnChange[];
}

interface ChangeIndex {
  readonly rows: Map<string, Row>;
  /** `projection/key` -> its changes, with their places in the trace. */
  readonly byRow: Map<string, ViewChange[]>;
  readonly byProjection: Map<string, ViewChange[]>;
  readonly byPosition: Map<number, ViewChange[]>;
  /** Projection -> the last position taken in. */
  readonly checkpoints: Map<string, number>;
  /** Projection -> the types of event that it follows. */
  readonly sources: Map<string, ReadonlySet<string>>;
}
const rowMark = (projection: string, key: string): string => `${projection}/${key}`;

/** All changes of all projections, read once. */
const changeIndex = createIndex<ChangeIndex>({
  create: () => ({ rows: new Map(), byRow: new Map(), byProjection: new Map(), byPosition: new Map(), checkpoints: new Map(), sources: new Map() }),
  add(index, record, place, trace) {
    if (record.kind === 'run-started') {
      for (const { id, key, sources } of record.plan.projections) {
        index.sources.set(id, new Set(sources));
        for (const row of record.databases['projector']?.[id] ?? []) index.rows.set(rowMark(id, String(row[key])), row);
      }
    }
    if (record.kind !== 'transition' || record.commit === null || !record.participant.startsWith('projection:')) return;
    const projection = record.participant.slice('projection:'.length);
    const before = index.checkpoints.get(projection) ?? 0;
    const checkpoint = positionIn(record.commit.writes.find(({ table }) => table === 'checkpoints')?.row ?? null);
    index.checkpoints.set(projection, checkpoint);
    const taken = takenIn(trace, before, checkpoint, index.sources.get(projection));
    for (const { table, key, row } of record.commit.writes) {
      if (table !== projection) continue;
      const mark = rowMark(projection, key);
      const cells = columnChanges(index.rows.get(mark), row ?? undefined);
      if (row) index.rows.set(mark, row);
      else index.rows.delete(mark);
      if (cells.length === 0) continue;
      const position = responsible(taken, key);
      const change: ViewChange = { projection, key, seq: place, at: record.at, position, cells };
      listAt(index.byRow, mark).push(change);
      listAt(index.byProjection, projection).push(change);
      listAt(index.byPosition, position).push(change);
    }
  },
});

/** The events that a commit took in: those between two checkpoints that the projection follows. */
function takenIn(trace: Trace, after: number, upTo: number, sources: ReadonlySet<string> | undefined): readonly StoredEvent[] {
  const taken: StoredEvent[] = [];
  for (let position = after + 1; position <= upTo; position += 1) {
    const event = eventAt(trace, position)?.event;
    if (event && (sources?.has(event.type) ?? true)) taken.push(event);
  }
  return taken;
}

/** Mostly one event; of several that one commit took in, the last that speaks of the row. */
function responsible(taken: readonly StoredEvent[], key: string): number {
  if (taken.length < 2) return taken[0]?.position ?? 0;
  const quoted = JSON.stringify(key);
  return (taken.findLast(({ data }) => JSON.stringify(data).includes(quoted)) ?? taken[taken.length - 1])!.position;
}

function positionIn(data: Json): number {
  const position = data !== null && typeof data === 'object' && !Array.isArray(data) ? (data as Row)['position'] : undefined;
  return typeof position === 'number' ? position : 0;
}

export interface ProjectionView {
  readonly id: string;
  readonly key: string;
  readonly count: number;
  /** The last event taken in. */
  readonly checkpoint: number;
  /** Events that are committed and not taken in yet: head - checkpoint (D40). */
  readonly lag: number;
  /** When the oldest event not taken in yet was committed; null when there is none. */
  readonly waitingSince: number | null;
  /** What the last event that changed this view changed: one entry per row. */
  readonly latest: readonly ViewChange[];
  /** In the order of the key. Holds until the next view of the projector's database is taken. */
  rows(from: number, to: number): readonly { readonly key: string; readonly row: Row }[];
  row(key: string): Row | undefined;
  /** How many rows have each value of a column, in the order of the values. */
  groups(column: string): readonly { readonly value: string; readonly count: number }[];
}
export interface ProjectionsView { readonly head: number; readonly projections: readonly ProjectionView[] }

/** All projections as the first `seq` records leave them. */
export function projectionsView(trace: Trace, seq: number): ProjectionsView {
  const start = trace[0];
  if (start?.kind !== 'run-started') return { head: 0, projections: [] };
  const { events, places } = eventIndex(trace);
  const committed = countBefore(places, seq);
  const head = events[committed - 1]?.position ?? 0;
  const cursor = databaseAt(trace, 'projector', seq);
  const { byProjection } = changeIndex(trace);
  const projections = start.plan.projections.map(({ id, key }): ProjectionView => {
    const table = cursor.tables.get(id);
    const checkpoint = positionIn(cursor.tables.get('checkpoints')?.get(id) ?? null);
    const waiting = events[countWhile(committed, (at) => events[at]!.position <= checkpoint)];
    return {
      id, key, count: table?.count ?? 0, checkpoint, lag: Math.max(0, head - checkpoint),
      waitingSince: checkpoint < head && waiting ? waiting.at : null,
      latest: latest(byProjection.get(id) ?? [], seq),
      rows: (from, to) => table?.keys().slice(from, to).map((rowKey) => ({ key: rowKey, row: table.get(rowKey)! })) ?? [],
      row: (rowKey) => table?.get(rowKey),
      groups: (column) => table?.countBy(column) ?? [],
    };
  });
  return { head, projections };
}

/** The changes of the last transition that changed anything before `seq`. */
function latest(changes: readonly ViewChange[], seq: number): readonly ViewChange[] {
  const end = changesBefore(changes, seq);
  let from = end;
  while (from > 0 && changes[from - 1]!.seq === changes[end - 1]!.seq) from -= 1;
  return changes.slice(from, end);
}

const changesBefore = (changes: readonly ViewChange[], seq: number): number => countWhile(changes.length, (at) => changes[at]!.seq < seq);

/** Why does this cell hold this value: the last change of it before the playhead; null when it is as it was at the start. */
export function cellCause(trace: Trace, projection: string, key: string, column: string, seq: number): ViewChange | null {
  const changes = changeIndex(trace).byRow.get(rowMark(projection, key)) ?? [];
  for (let at = changesBefore(changes, seq) - 1; at >= 0; at -= 1) {
    if (changes[at]!.cells.some((cell) => cell.column === column)) return changes[at]!;
  }
  return null;
}

/** Keys of the rows that changed last before the playhead, no more than `limit` of them, in the order of the key. */
export function recentKeys(trace: Trace, projection: string, seq: number, limit: number): readonly string[] {
  const changes = changeIndex(trace).byProjection.get(projection) ?? [];
  const keys = new Set<string>();
  for (let at = changesBefore(changes, seq) - 1; at >= 0 && keys.size < limit; at -= 1) keys.add(changes[at]!.key);
  return [...keys].sort();
}

/** The life of one row of a projection up to the playhead, each change with the event it came from. */
export function changesOfRow(trace: Trace, projection: string, key: string, seq: number): readonly ViewChange[] {
  const changes = changeIndex(trace).byRow.get(rowMark(projection, key)) ?? [];
  return changes.slice(0, changesBefore(changes, seq));
}

/** Which cells an event changed, in all projections, up to the playhead. */
export function changesBy(trace: Trace, position: number, seq: number): readonly ViewChange[] {
  return (changeIndex(trace).byPosition.get(position) ?? []).filter((change) => change.seq < seq);
}

