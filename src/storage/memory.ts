/** The memory store: synchronous, atomic, checked. Also the worker's mirror of what its disk holds. */
import type { Commit, Row, StoredEvent } from '#trace/records.ts';
import { CommitRefused } from './port.ts';
import type { DatabaseDump, MemoryDatabase, OpenMemory } from './port.ts';

class Memory implements MemoryDatabase {
  private readonly tables = new Map<string, Map<string, Row>>();
  private readonly events: StoredEvent[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();

  constructor(definition: Parameters<OpenMemory>[0], dump?: DatabaseDump) {
    for (const [table, key] of Object.entries(definition.tables)) {
      if (table === 'events') continue;
      const rows = (dump ? dump.tables[table] : definition.rows[table]) ?? [];
      this.tables.set(table, new Map(rows.map((row) => [String(row[key]), row])));
    }
    for (const event of dump?.events ?? []) this.append(event);
  }

  get(table: string, key: string): Row | undefined { return this.table(table).get(key); }
  all(table: string): Iterable<Row> { return this.table(table).values(); }
  count(table: string): number { return this.table(table).size; }
  version(stream: string): number { return this.streams.get(stream)?.length ?? 0; }
  stream(stream: string): readonly StoredEvent[] { return this.streams.get(stream) ?? []; }

  *eventsAfter(position: number): Iterable<StoredEvent> {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.events[middle]!.position <= position) low = middle + 1;
      else high = middle;
    }
    for (let index = low; index < this.events.length; index += 1) yield this.events[index]!;
  }

  /** Checks everything first, then writes: a refused commit leaves nothing (D34). */
  commit(commit: Commit): void {
    if (commit.events.length > 0) this.check(commit.events);
    for (const { table } of commit.writes) this.table(table);
    for (const { table, key, row } of commit.writes) {
      const rows = this.table(table);
      if (row === null) rows.delete(key);
      else rows.set(key, row);
    }
    for (const event of commit.events) this.append(event);
  }

  dump(): DatabaseDump {
    const tables: { [table: string]: readonly Row[] } = {};
    for (const [table, rows] of this.tables) tables[table] = [...rows.values()];
    return { tables, events: [...this.events] };
  }

  private check(events: readonly StoredEvent[]): void {
    const expected = events.length > 1 ? new Map<string, number>() : null;
    let position = this.events.at(-1)?.position ?? 0;
    for (const event of events) {
      const version = (expected?.get(event.stream) ?? this.version(event.stream)) + 1;
      if (event.version !== version) {
        throw new CommitRefused(`stream ${event.stream}: expected version ${event.version - 1}, is ${version - 1}`, event.stream);
      }
      if (event.position <= position || this.stream(event.stream).some(({ id }) => id === event.id)) throw new CommitRefused(`event ${event.id} is already stored`, event.stream);
      position = event.position;
      expected?.set(event.stream, version);
    }
  }

  private append(event: StoredEvent): void {
    this.events.push(event);
    const stream = this.streams.get(event.stream);
    if (stream) stream.push(event);
    else this.streams.set(event.stream, [event]);
  }

  private table(table: string): Map<string, Row> {
    const rows = this.tables.get(table);
    if (!rows) throw new CommitRefused(`there is no table ${table} in this database`);
    return rows;
  }
}

/** Opens a database in memory: seeded with the definition's rows, or rebuilt from a dump. */
export const openMemory: OpenMemory = (definition, dump) => new Memory(definition, dump);
