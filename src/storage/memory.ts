/** The memory store: synchronous, atomic, checked. Also the worker's mirror of what its disk holds. */
import type { Commit, Row, RowWrite, StoredEvent } from '#trace/records.ts';
import { CommitRefused } from './port.ts';
import type { DatabaseDump, MemoryDatabase, OpenMemory } from './port.ts';

/** The rows of one table. Until somebody reads them, writes are only kept: the saga log is written at every step, and a run never reads it. */
class Table {
  private readonly rows: Map<string, Row>;
  private unread: RowWrite[] | null = [];
  constructor(rows: Map<string, Row>) { this.rows = rows; }

  write(write: RowWrite): void {
    if (this.unread) this.unread.push(write);
    else this.put(write);
  }

  read(): ReadonlyMap<string, Row> {
    if (this.unread) {
      for (const write of this.unread) this.put(write);
      this.unread = null;
    }
    return this.rows;
  }

  private put({ key, row }: RowWrite): void {
    if (row === null) this.rows.delete(key);
    else this.rows.set(key, row);
  }
}

class Memory implements MemoryDatabase {
  private readonly tables = new Map<string, Table>();
  private readonly events: StoredEvent[] = [];
  /** The tables of the commit at work, looked up once; a list that is used again and again. */
  private readonly touched: Table[] = [];
  private readonly streams = new Map<string, StoredEvent[]>();
  /** The stream that was looked for last: a service asks for its version, then the commit checks it and appends. */
  private last: { readonly name: string; readonly events: StoredEvent[] | undefined } = { name: '', events: undefined };

  constructor(definition: Parameters<OpenMemory>[0], dump?: DatabaseDump) {
    for (const [table, key] of Object.entries(definition.tables)) {
      if (table === 'events') continue;
      const rows = (dump ? dump.tables[table] : definition.rows[table]) ?? [];
      this.tables.set(table, new Table(new Map(rows.map((row) => [String(row[key]), row]))));
    }
    for (const event of dump?.events ?? []) this.append(event);
  }

  get(table: string, key: string): Row | undefined { return this.table(table).read().get(key); }
  all(table: string): Iterable<Row> { return this.table(table).read().values(); }
  count(table: string): number { return this.table(table).read().size; }
  version(stream: string): number { return this.find(stream)?.length ?? 0; }
  stream(stream: string): readonly StoredEvent[] { return this.find(stream) ?? []; }

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
  commit({ writes, events }: Commit): void {
    if (events.length > 0) this.check(events);
    const { touched } = this;
    for (let index = 0; index < writes.length; index += 1) touched[index] = this.table(writes[index]!.table);
    for (let index = 0; index < writes.length; index += 1) touched[index]!.write(writes[index]!);
    for (const event of events) this.append(event);
  }

  dump(): DatabaseDump {
    const tables: { [table: string]: readonly Row[] } = {};
    for (const [name, table] of this.tables) tables[name] = [...table.read().values()];
    return { tables, events: [...this.events] };
  }

  private check(events: readonly StoredEvent[]): void {
    const expected = events.length > 1 ? new Map<string, number>() : null;
    let position = this.events.at(-1)?.position ?? 0;
    for (const event of events) {
      const stream = this.find(event.stream) ?? NO_EVENTS;
      const version = (expected?.get(event.stream) ?? stream.length) + 1;
      if (event.version !== version) {
        throw new CommitRefused(`stream ${event.stream}: expected version ${event.version - 1}, is ${version - 1}`, event.stream);
      }
      if (event.position <= position || stream.some(({ id }) => id === event.id)) throw new CommitRefused(`event ${event.id} is already stored`, event.stream);
      position = event.position;
      expected?.set(event.stream, version);
    }
  }

  private append(event: StoredEvent): void {
    this.events.push(event);
    const stream = this.find(event.stream);
    if (stream) {
      stream.push(event);
      return;
    }
    this.last = { name: event.stream, events: [event] };
    this.streams.set(event.stream, this.last.events!);
  }

  private find(stream: string): StoredEvent[] | undefined {
    if (stream !== this.last.name) this.last = { name: stream, events: this.streams.get(stream) };
    return this.last.events;
  }

  private table(name: string): Table {
    const table = this.tables.get(name);
    if (!table) throw new CommitRefused(`there is no table ${name} in this database`);
    return table;
  }
}
const NO_EVENTS: readonly StoredEvent[] = [];

/** Opens a database in memory: seeded with the definition's rows, or rebuilt from a dump. */
export const openMemory: OpenMemory = (definition, dump) => new Memory(definition, dump);
