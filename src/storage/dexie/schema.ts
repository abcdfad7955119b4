/** How a process's database looks in IndexedDB: its tables by their key columns, its events, and one table of facts about the database. */
import type { ProcessDefinition } from '#kernel/participant.ts';

/** Version of this layout, kept in META. */
export const SCHEMA = 1;
/** One row, `definition`: the version of the layout, and the hash of the scenario whose tables these are. */
export const META = '_meta';

export const databaseName = (run: string, process: string): string => `sagascope-${run}-${process}`;

/** Tables of rows: all but the event store. */
export const rowTables = ({ tables }: ProcessDefinition): readonly string[] => Object.keys(tables).filter((table) => table !== 'events');

/** The layout as Dexie wants it. @throws RangeError when a table has a name that is taken. */
export function dexieSchema(definition: ProcessDefinition): { readonly [table: string]: string } {
  const schema: { [table: string]: string } = { [META]: 'id' };
  for (const table of rowTables(definition)) {
    if (Object.hasOwn(schema, table)) throw new RangeError(`a table may not be called ${table}`);
    schema[table] = definition.tables[table]!;
  }
  if ('events' in definition.tables) schema['events'] = 'position, &[stream+version], &id';
  return schema;
}
