/** How a process's database looks in IndexedDB: its tables by their key columns, its events, and two tables of its own. */
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { Commit } from '#trace/records.ts';
import type { DatabaseDump } from '../port.ts';

/** Version of this layout, kept in META. */
export const SCHEMA = 1;
/** One row per fact about the database: `definition` (layout version, hash of the scenario whose tables these are). */
export const META = '_meta';
/** One row per commit, counted through the run: the commit's keys in the order of writing, from which the rows' order of insertion follows. */
export const COMMITS = '_commits';

export interface CommitRow {
  readonly commit: number;
  readonly writes: readonly (readonly ['put' | 'delete', table: string, key: string])[];
  /** Positions of the events that it appended. */
  readonly events: readonly number[];
}

export const databaseName = (run: string, process: string): string => `sagascope-${run}-${process}`;

/** Tables of rows: all but the event store. */
export const rowTables = ({ tables }: ProcessDefinition): readonly (readonly [table: string, key: string])[] =>
  Object.entries(tables).filter(([table]) => table !== 'events');

/** The layout as Dexie wants it. @throws RangeError when a table has a name that is taken. */
export function dexieSchema(definition: ProcessDefinition): { readonly [table: string]: string } {
  const schema: { [table: string]: string } = { [META]: 'id', [COMMITS]: 'commit' };
  for (const [table, key] of rowTables(definition)) {
    if (table in schema) throw new RangeError(`a table may not be called ${table}`);
    schema[table] = key;
  }
  if ('events' in definition.tables) schema['events'] = 'position, &[stream+version], &id';
  return schema;
}

export const commitRow = (number: number, { writes, events }: Commit): CommitRow => ({
  commit: number,
  writes: writes.map(({ table, key, row }) => [row === null ? 'delete' : 'put', table, key]),
  events: events.map(({ position }) => position),
});

/** What a new database begins with, as its first journal row. */
export const seedRow = (number: number, definition: ProcessDefinition, { tables, events }: DatabaseDump): CommitRow => ({
  commit: number,
  writes: rowTables(definition).flatMap(([table, key]) => (tables[table] ?? []).map((row) => ['put', table, String(row[key])] as const)),
  events: events.map(({ position }) => position),
});

/** Puts rows, which IndexedDB returns in the order of their keys, back into the order of their insertion. */
export function inInsertionOrder(definition: ProcessDefinition, dump: DatabaseDump, journal: readonly CommitRow[]): DatabaseDump {
  const places = new Map(rowTables(definition).map(([table]) => [table, new Map<string, number>()]));
  let place = 0;
  for (const { writes } of journal) {
    for (const [op, table, key] of writes) {
      const keys = places.get(table)!;
      if (op === 'delete') keys.delete(key);
      else if (!keys.has(key)) keys.set(key, (place += 1));
    }
  }
  const tables: { [table: string]: DatabaseDump['tables'][string] } = {};
  for (const [table, key] of rowTables(definition)) {
    const keys = places.get(table)!;
    const at = (row: DatabaseDump['tables'][string][number]): number => keys.get(String(row[key])) ?? Number.POSITIVE_INFINITY;
    tables[table] = [...(dump.tables[table] ?? [])].sort((a, b) => at(a) - at(b));
  }
  return { tables, events: dump.events };
}
