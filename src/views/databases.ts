/** The service databases at the playhead: one per process, tables as they are stored. */
import type { Row, Trace } from '#trace/records.ts';
import { SYSTEM_TABLES } from '#trace/records.ts';
import { databaseAt } from './databases-journal.ts';

export type ProcessRole = 'service' | 'orchestrator' | 'projector';
export interface ProcessView { readonly id: string; readonly role: ProcessRole; readonly store: string | null; readonly tables: readonly string[] }

/** The processes that have a database: services in the plan's order, then the orchestrator, then the projector. */
export function processesOf(trace: Trace): readonly ProcessView[] {
  const start = trace[0];
  if (start?.kind !== 'run-started') return [];
  const { plan, databases } = start;
  const ids = new Set(Object.keys(databases));
  const services = plan.services.map(({ id, store, tables }): ProcessView => ({
    id, role: 'service', store, tables: ordered([...tables.map((table) => table.id), ...Object.keys(databases[id] ?? {})], ['events', 'inbox', 'outbox']),
  }));
  const rest: ProcessView[] = [];
  if (ids.has('orchestrator')) rest.push({ id: 'orchestrator', role: 'orchestrator', store: null, tables: ordered([], ['sagas', 'saga_log']) });
  if (ids.has('projector') || plan.projections.length > 0) {
    rest.push({ id: 'projector', role: 'projector', store: null, tables: ordered(plan.projections.map(({ id }) => id), ['checkpoints']) });
  }
  return [...services, ...rest];
}

function ordered(own: readonly string[], system: readonly string[]): readonly string[] {
  return [...new Set([...own.filter((table) => !(table in SYSTEM_TABLES)), ...system])];
}

export interface TableView {
  readonly id: string;
  readonly key: string;
  /** Kept by a pattern (inbox, outbox, ...), not named by the scenario. */
  readonly system: boolean;
  readonly count: number;
  /** How many of its rows the last transaction put or took away. */
  readonly touched: number;
}
export interface LastTransaction { readonly seq: number; readonly at: number; readonly participant: string; readonly message: number; readonly note: string }
export interface StoredRow { readonly key: string; readonly row: Row; readonly touched: boolean }

export interface DatabaseView {
  readonly process: ProcessView;
  readonly tables: readonly TableView[];
  readonly last: LastTransaction | null;
  /** Rows `from` up to `to` of a table, in the order of its primary key. Holds until the next view of this database is taken. */
  rows(table: string, from: number, to: number): readonly StoredRow[];
  /** Keys that the last transaction took away. */
  removed(table: string): readonly string[];
}

/** One process's database as the first `seq` records leave it; null when the run has no such process. */
export function databaseView(trace: Trace, process: string, seq: number): DatabaseView | null {
  const shape = processesOf(trace).find(({ id }) => id === process);
  if (!shape) return null;
  const cursor = databaseAt(trace, process, seq);
  const touched = new Map<string, Set<string>>();
  const touch = (table: string, key: string): void => {
    const keys = touched.get(table);
    if (keys) keys.add(key);
    else touched.set(table, new Set([key]));
  };
  for (const { table, key } of cursor.last?.commit?.writes ?? []) touch(table, key);
  for (const { position } of cursor.last?.commit?.events ?? []) touch('events', String(position));
  const ids = [...new Set([...shape.tables, ...cursor.tables.keys()])];
  const system = (id: string): boolean => id in SYSTEM_TABLES;
  return {
    process: shape,
    tables: ids.map((id) => ({
      id, key: cursor.tables.get(id)?.key ?? (system(id) ? SYSTEM_TABLES[id as keyof typeof SYSTEM_TABLES] : 'id'), system: system(id),
      count: cursor.tables.get(id)?.count ?? 0, touched: touched.get(id)?.size ?? 0,
    })),
    last: cursor.last && {
      seq: cursor.last.seq, at: cursor.last.at, participant: cursor.last.participant, message: cursor.last.message, note: cursor.last.note,
    },
    rows(table, from, to) {
      const stored = cursor.tables.get(table);
      return stored ? stored.keys().slice(from, to).map((key) => ({ key, row: stored.get(key)!, touched: touched.get(table)?.has(key) ?? false })) : [];
    },
    removed: (table) => [...(touched.get(table) ?? [])].filter((key) => cursor.tables.get(table)?.get(key) === undefined),
  };
}

/** The columns of some rows: the key first, then the others in the order of first sight. */
export function columnsOf(key: string, rows: readonly StoredRow[]): readonly string[] {
  const columns = new Set([key]);
  for (const { row } of rows) for (const column of Object.keys(row)) columns.add(column);
  return [...columns];
}
