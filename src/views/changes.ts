/** Which transaction changed what: the history of one row, told by the commits of its process. */
import type { Json, Row, Trace } from '#trace/records.ts';
import { commitsOf } from './databases-journal.ts';
import { sameValue } from './databases-table.ts';
import { countBefore } from './indexed.ts';

export interface ColumnChange { readonly column: string; readonly before: Json | undefined; readonly after: Json | undefined }

/** The columns in which two states of a row differ. */
export function columnChanges(before: Row | undefined, after: Row | undefined): readonly ColumnChange[] {
  const columns = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  const changes: ColumnChange[] = [];
  for (const column of columns) {
    if (!sameValue(before?.[column], after?.[column])) changes.push({ column, before: before?.[column], after: after?.[column] });
  }
  return changes;
}

export interface RowChange {
  /** Place of the transition in the trace. */
  readonly seq: number;
  readonly at: number;
  readonly participant: string;
  /** Id of the message that was handled; 0 for a recovery. */
  readonly message: number;
  /** Positions of the events that were committed with it. */
  readonly events: readonly number[];
  readonly kind: 'inserted' | 'updated' | 'deleted';
  readonly changes: readonly ColumnChange[];
}
export interface RowHistory { readonly initial: Row | null; readonly row: Row | null; readonly changes: readonly RowChange[] }

/** A row's life up to the playhead, oldest first. Reads the process's commits once: for one row at a time, on demand. */
export function rowHistory(trace: Trace, process: string, table: string, key: string, seq: number): RowHistory {
  const initial = seedRow(trace, process, table, key);
  const { records, places } = commitsOf(trace, process);
  const end = countBefore(places, seq);
  const changes: RowChange[] = [];
  let row: Row | undefined = initial ?? undefined;
  for (let index = 0; index < end; index += 1) {
    const { commit, at, participant, message } = records[index]!;
    const found = table === 'events'
      ? commit!.events.find(({ position }) => String(position) === key) as unknown as Row | undefined
      : commit!.writes.findLast((write) => write.table === table && write.key === key)?.row;
    if (found === undefined) continue;
    const after: Row | undefined = found ?? undefined;
    const kind = after === undefined ? 'deleted' : row === undefined ? 'inserted' : 'updated';
    changes.push({ seq: places[index]!, at, participant, message, events: commit!.events.map(({ position }) => position), kind, changes: columnChanges(row, after) });
    row = after;
  }
  return { initial, row: row ?? null, changes };
}

function seedRow(trace: Trace, process: string, table: string, key: string): Row | null {
  const start = trace[0];
  if (start?.kind !== 'run-started') return null;
  const column = [...(start.plan.services.find(({ id }) => id === process)?.tables ?? []), ...start.plan.projections].find(({ id }) => id === table)?.key ?? 'id';
  return start.databases[process]?.[table]?.find((row) => String(row[column]) === key) ?? null;
}
