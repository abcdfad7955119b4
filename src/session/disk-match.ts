/** Tells, commit by commit, when a replayed run holds exactly what the databases were found to hold. */
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { DatabaseDump } from '#storage/port.ts';
import type { Commit, ProcessId, StoredEvent } from '#trace/records.ts';

/** Rows and events of one database by place, as text. Rows are compared as JSON: stores keep the order of columns. */
type Contents = Map<string, string>;
const rowPlace = (table: string, key: string): string => `${table}\n${key}`;
const eventPlace = (event: StoredEvent): string => `events\n${event.position}`;

function contentsOf({ tables: keys }: ProcessDefinition, { tables, events }: DatabaseDump): Contents {
  const contents: Contents = new Map();
  for (const [table, rows] of Object.entries(tables)) for (const row of rows) contents.set(rowPlace(table, String(row[keys[table]!])), JSON.stringify(row));
  for (const event of events) contents.set(eventPlace(event), JSON.stringify(event));
  return contents;
}

export class DiskMatch {
  private readonly found = new Map<ProcessId, Contents>();
  /** Places, of all processes, where the replay differs from the disk. */
  private readonly different = new Set<string>();

  /** The replay begins with the definitions' rows. */
  constructor(definitions: readonly ProcessDefinition[], disks: ReadonlyMap<ProcessId, DatabaseDump>) {
    for (const definition of definitions) {
      const found = contentsOf(definition, disks.get(definition.id)!);
      const initial = contentsOf(definition, { tables: definition.rows, events: [] });
      this.found.set(definition.id, found);
      for (const place of new Set([...found.keys(), ...initial.keys()])) if (found.get(place) !== initial.get(place)) this.different.add(`${definition.id}\n${place}`);
    }
  }

  get exact(): boolean { return this.different.size === 0; }
  /** A place that differs, as `process, table, key`; null when none does. */
  get firstDifference(): string | null {
    for (const place of this.different) return place.replaceAll('\n', ', ');
    return null;
  }

  /** The replay committed. */
  commit(process: ProcessId, { writes, events }: Commit): void {
    for (const { table, key, row } of writes) this.compare(process, rowPlace(table, key), row === null ? undefined : JSON.stringify(row));
    for (const event of events) this.compare(process, eventPlace(event), JSON.stringify(event));
  }

  private compare(process: ProcessId, place: string, text: string | undefined): void {
    if (this.found.get(process)!.get(place) === text) this.different.delete(`${process}\n${place}`);
    else this.different.add(`${process}\n${place}`);
  }
}
