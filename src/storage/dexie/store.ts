/**
 * One process's database in IndexedDB, `sagascope-<run>-<process>`. Dexie opens, lays out and reads it; commits go the raw way.
 * Rows are stored as they are, so that the browser's own storage inspector shows what the panels show.
 */
import { Dexie } from 'dexie';
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { Commit, Row, StoredEvent } from '#trace/records.ts';
import { CommitRefused } from '../port.ts';
import type { DatabaseDump, DurableStore } from '../port.ts';
import { beginCommit, rollBackCommit, writeCommit } from './commit.ts';
import { asStorageError, ForeignDatabase, StorageLost } from './errors.ts';
import { Heads } from './heads.ts';
import { databaseName, dexieSchema, META, rowTables, SCHEMA } from './schema.ts';

export interface DexieStoreOptions {
  /** Name of the run; no two tabs use the same. */
  readonly run: string;
  readonly definition: ProcessDefinition;
  /** Hash of the scenario that laid out the tables: a database of another one is refused. */
  readonly layout: string;
  /** What a new database begins with instead of the definition's rows. */
  readonly contents?: DatabaseDump;
}

/** The platform's IndexedDB, or one given to it (tests). */
export interface IndexedDbPlatform { readonly indexedDB: IDBFactory; readonly IDBKeyRange: typeof IDBKeyRange }

export class DexieStore implements DurableStore {
  private readonly options: DexieStoreOptions;
  private readonly platform: IndexedDbPlatform | undefined;
  private database: Dexie | null = null;
  private heads = new Heads([]);

  constructor(options: DexieStoreOptions, platform?: IndexedDbPlatform) {
    this.options = options;
    this.platform = platform;
  }

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
    if (commit.writes.length + commit.events.length === 0) return;
    await writeCommit(await this.begin(commit), commit);
    this.heads.advance(commit.events);
  }

  async rollBack(commit: Commit): Promise<void> {
    if (commit.writes.length + commit.events.length > 0) await rollBackCommit(await this.begin(commit), commit);
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

  /** A transaction for the commit. Where the platform has closed the connection, nothing was begun yet: opens again, once. */
  private async begin(commit: Commit): Promise<IDBTransaction> {
    try {
      return beginCommit(this.connected().backendDB(), commit);
    } catch (error) {
      if ((error as { name?: string }).name !== 'InvalidStateError') throw asStorageError(error);
      await this.open();
      this.heads.check(commit.events);
      return beginCommit(this.connected().backendDB(), commit);
    }
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
      const dump = contents ?? { tables: definition.rows, events: [] };
      await transaction.table(META).add({ id: 'definition', schema: SCHEMA, scenario: layout });
      for (const table of rowTables(definition)) await transaction.table(table).bulkAdd(dump.tables[table] ?? []);
      if (dump.events.length > 0) await transaction.table('events').bulkAdd(dump.events);
    });
    return database;
  }

  /** Reads everything in one transaction, and from it where the next commit has to follow on. */
  private async read(): Promise<DatabaseDump> {
    const database = this.connected();
    const { definition, layout } = this.options;
    const names = rowTables(definition);
    const withEvents = 'events' in definition.tables;
    try {
      const { meta, rows, events } = await database.transaction('r', database.tables, async () => ({
        meta: (await database.table(META).get('definition')) as { scenario: string } | undefined,
        rows: (await Promise.all(names.map((name) => database.table(name).toArray()))) as Row[][],
        events: (withEvents ? await database.table('events').toArray() : []) as StoredEvent[],
      }));
      if (meta?.scenario !== layout) throw new ForeignDatabase(`${this.name()} belongs to another scenario`);
      this.heads = new Heads(events);
      return { tables: Object.fromEntries(names.map((name, index) => [name, rows[index]!])), events };
    } catch (error) {
      throw error instanceof ForeignDatabase ? error : asStorageError(error);
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
