/** Which transaction changed what: the history of one row, told by the commits of its process. */
import type { Json, Row, Trace } from '#trace/records.ts';
import { commitsOf } from './databases-journal.ts';
import type { Commits } from './databases-journal.ts';
import { sameValue } from './databases-table.ts';
import { countWhile } from './indexed.ts';

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
  /** The row as it was afterwards; null when it was deleted. */
  readonly row: Row | null;
  readonly changes: readonly ColumnChange[];
}
export interface RowHistory { readonly initial: Row | null; readonly row: Row | null; readonly changes: readonly RowChange[] }

interface Life { readonly mark: string; readonly initial: Row | null; readonly changes: RowChange[]; readonly commits: Commits; read: number }
/** The row asked for last, by trace: asking again costs the new commits only. */
const lives = new WeakMap<Trace, Life>();

/** A row's life up to the playhead, oldest first. */
export function rowHistory(trace: Trace, process: string, table: string, key: string, seq: number): RowHistory {
  const { initial, changes } = lifeOf(trace, process, table, key);
  const shown = changes.slice(0, countWhile(changes.length, (at) => changes[at]!.seq < seq));
  return { initial, changes: shown, row: shown.length > 0 ? shown[shown.length - 1]!.row : initial };
}

function lifeOf(trace: Trace, process: string, table: string, key: string): Life {
  const mark = JSON.stringify([process, table, key]);
  const commits = commitsOf(trace, process);
  let life = lives.get(trace);
  if (life?.mark !== mark || life.commits !== commits) {
    lives.set(trace, (life = { mark, initial: seedRow(trace, process, table, key), changes: [], commits, read: 0 }));
  }
  const { records, places } = commits;
  for (; life.read < records.length; life.read += 1) {
    const { commit, at, participant, message } = records[life.read]!;
    const found = table === 'events'
      ? commit!.events.find(({ position }) => String(position) === key) as unknown as Row | undefined
      : commit!.writes.findLast((write) => write.table === table && write.key === key)?.row;
    if (found === undefined) continue;
    const before = life.changes.length > 0 ? life.changes[life.changes.length - 1]!.row : life.initial;
    const kind = found === null ? 'deleted' : before === null ? 'inserted' : 'updated';
    life.changes.push({
      seq: places[life.read]!, at, participant, message, events: commit!.events.map(({ position }) => position), kind, row: found,
      changes: columnChanges(before ?? undefined, found ?? undefined),
    });
  }
  return life;
}

function seedRow(trace: Trace, process: string, table: string, key: string): Row | null {
  const start = trace[0];
  if (start?.kind !== 'run-started') return null;
  const column = [...(start.plan.services.find(({ id }) => id === process)?.tables ?? []), ...start.plan.projections].find(({ id }) => id === table)?.key ?? 'id';
  return start.databases[process]?.[table]?.find((row) => String(row[column]) === key) ?? null;
}
