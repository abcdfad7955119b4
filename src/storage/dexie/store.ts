/**
 * One process's database in IndexedDB, `sagascope-<run>-<process>`. Dexie opens, lays out and reads it; commits go the raw way.
 * Rows are stored as they are, so that the browser's own storage inspector shows what the panels show.
 */
import { Dexie } from 'dexie';
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { Commit, Row, StoredEvent } from '#trace/records.ts';
import { CommitRefused } from '../port.ts';
import type { DatabaseDump, DurableStore } from '../port.ts';
import { writeCommit } from './commit.ts';
import { asStorageError, StorageLost } from './errors.ts';
import { Heads } from './heads.ts';
import { COMMITS, databaseName, dexieSchema, inInsertionOrder, META, rowTables, SCHEMA, seedRow } from './schema.ts';
import type { CommitRow } from './schema.ts';

export interface DexieStoreOptions {
  /** Name of the run; no two tabs use the same. */
  readonly run: string;
  readonly definition: ProcessDefinition;
  /** Hash of the scenario that laid out the tables: a database of another one is refused. */
  readonly layout: string;
  /** What a new database begins with instead of the definition's rows, and the number of commits that led to it. */
  readonly contents?: { readonly dump: DatabaseDump; readonly commits: number };
}

/** The platform's IndexedDB, or one given to it (tests). */
export interface IndexedDbPlatform { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange }

export class DexieStore implements DurableStore {
  private readonly options: DexieStoreOptions;
  private readonly platform: IndexedDbPlatform | undefined;
  private database: Dexie | null = null;
  private heads = new Heads([]);
  private last = 0;

  constructor(options: DexieStoreOptions, platform?: IndexedDbPlatform) {
    this.options = options;
    this.platform = platform;
  }

  get commits(): number { return this.last; }

  async open(): Promise<DatabaseDump> {
    this.close();
    // A handle that failed to open stays dead: a second try takes a new one.
    this.database = await this.connect().catch(() => this.connect());
    return this.read();
  }

  async commit(commit: Commit): Promise<void> {
    for (const { table } of commit.writes) this.requireTable(table);
    if (commit.events.length > 0) this.requireTable('events');
    this.heads.check(commit.events);
    const number = this.last + 1;
    try {
      await writeCommit(this.connected().backendDB(), commit, number);
    } catch (error) {
      if (error instanceof CommitRefused || !isConnectionLoss(error)) throw error;
      await this.settle(commit, number);
    }
    this.last = number;
    this.heads.advance(commit.events);
  }

  async dump(): Promise<DatabaseDump> { return this.read(); }

  close(): void {
    this.database?.close();
    this.database = null;
  }

  async destroy(): Promise<void> {
    this.close();
    await this.handle().delete();
  }

  /** Whether the database exists; opening one that does not creates it. */
  async exists(): Promise<boolean> {
    const handle = new Dexie(this.name(), { ...this.platform });
    try {
      await handle.open();
      return true;
    } catch (error) {
      if ((error as { name?: string }).name === 'NoSuchDatabaseError') return false;
      throw asStorageError(error);
    } finally {
      handle.close();
    }
  }

  /** The connection broke: opens again, looks whether the commit is there, and writes it if not (once). */
  private async settle(commit: Commit, number: number): Promise<void> {
    await this.open();
    if (this.last === number) return;
    if (this.last !== number - 1) throw new CommitRefused(`another connection has written commit ${number}`);
    await writeCommit(this.connected().backendDB(), commit, number);
  }

  private async connect(): Promise<Dexie> {
    const database = this.handle();
    try {
      await database.open();
      return database;
    } catch (error) {
      database.close();
      throw asStorageError(error);
    }
  }

  private name(): string { return databaseName(this.options.run, this.options.definition.id); }

  private handle(): Dexie {
    const { definition, layout, contents } = this.options;
    const database = new Dexie(this.name(), { ...this.platform, chromeTransactionDurability: 'strict', cache: 'disabled', autoOpen: false });
    database.version(SCHEMA).stores(dexieSchema(definition));
    database.on('populate', async (transaction) => {
      const dump = contents?.dump ?? { tables: definition.rows, events: [] };
      await transaction.table(META).add({ id: 'definition', schema: SCHEMA, scenario: layout });
      await transaction.table(COMMITS).add(seedRow(contents?.commits ?? 0, definition, dump));
      for (const [table] of rowTables(definition)) await transaction.table(table).bulkAdd(dump.tables[table] ?? []);
      if (dump.events.length > 0) await transaction.table('events').bulkAdd(dump.events);
    });
    return database;
  }

  /** Reads everything in one transaction, and from it where the next commit has to follow on. */
  private async read(): Promise<DatabaseDump> {
    const database = this.connected();
    const { definition, layout } = this.options;
    const names = rowTables(definition).map(([table]) => table);
    const withEvents = 'events' in definition.tables;
    try {
      const { meta, journal, rows, events } = await database.transaction('r', database.tables, async () => ({
        meta: (await database.table(META).get('definition')) as { scenario: string } | undefined,
        journal: (await database.table(COMMITS).toArray()) as CommitRow[],
        rows: (await Promise.all(names.map((name) => database.table(name).toArray()))) as Row[][],
        events: (withEvents ? await database.table('events').toArray() : []) as StoredEvent[],
      }));
      if (meta?.scenario !== layout) throw new StorageLost(`${this.name()} belongs to another scenario`);
      this.last = journal.at(-1)?.commit ?? 0;
      this.heads = new Heads(events);
      return inInsertionOrder(definition, { tables: Object.fromEntries(names.map((name, index) => [name, rows[index]!])), events }, journal);
    } catch (error) {
      throw error instanceof StorageLost ? error : asStorageError(error);
    }
  }

  private requireTable(table: string): void {
    if (!(table in this.options.definition.tables)) throw new CommitRefused(`there is no table ${table} in this database`);
  }

  private connected(): Dexie {
    if (!this.database) throw new StorageLost('the database is not open');
    return this.database;
  }
}

/** The connection itself is gone (closed by the platform), as opposed to a full disk. */
const isConnectionLoss = (error: unknown): boolean =>
  error instanceof StorageLost || (error as { name?: string }).name === 'InvalidStateError';
