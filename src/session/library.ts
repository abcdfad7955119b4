/**
 * The library `sagascope-library`: what each run was made from, what was done to it, and its trace. Rows are appended, never rewritten by
 * another tab; an intervention is durable before anything that follows from it happens.
 */
import type { IndexedDbPlatform } from '#storage/dexie/store.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import type { Intervention, Trace, TraceRecord } from '#trace/records.ts';
import { inTransaction, openDatabase } from './indexed-db.ts';

/** `ready`: nothing was delivered. `open`: under way. `ended`: its queue is empty. `superseded`: another run took its place; to be deleted. */
export type SavedState = 'ready' | 'open' | 'ended' | 'superseded';

export interface SavedRun {
  readonly run: string;
  readonly state: SavedState;
  readonly scenario: ScenarioDocument;
  readonly seed: number;
  /** What the tab was opened with, as `inputIdentity` tells; a link to something else does not bring this run back. */
  readonly opening: string;
  /** Wall-clock time of the last change of state. */
  readonly savedAt: number;
  /** Version of the engine that it ran on; rows from before there were versions have none. */
  readonly engine?: number;
  /** The version of the engine that could not continue it, and said so. */
  readonly setAsideBy?: number;
}
interface InterventionRow { readonly run: string; readonly index: number; readonly intervention: Intervention }
/** About a thousand records as one JSON array: twenty to sixty times faster than a row per record. */
interface BlockRow { readonly run: string; readonly from: number; readonly records: string }

export interface Library {
  /** Puts a run's description and the interventions that it begins with; its trace begins anew. */
  save(run: SavedRun, interventions?: readonly Intervention[]): Promise<void>;
  mark(run: string, state: SavedState, savedAt: number): Promise<void>;
  /** Remembers that this version of the engine cannot continue the run; it stays as it is. */
  setAside(run: string, engine: number): Promise<void>;
  /** Resolves when the run's `index`th intervention is durable. */
  append(run: string, index: number, intervention: Intervention): Promise<void>;
  /** Adds records, the first of which is the run's `from`th. */
  appendTrace(run: string, from: number, records: Trace): Promise<void>;
  /** All runs, the latest first. */
  all(): Promise<readonly SavedRun[]>;
  interventions(run: string): Promise<readonly Intervention[]>;
  /** As much of a run's trace as was saved. */
  trace(run: string): Promise<Trace>;
  remove(run: string): Promise<void>;
}

/** All rows of one run: their keys are `[run, n]`. */
const ofRun = (range: typeof IDBKeyRange, run: string): IDBKeyRange => range.bound([run], [run, []]);

class IndexedDbLibrary implements Library {
  private readonly platform: IndexedDbPlatform;
  private opened: Promise<IDBDatabase> | null = null;
  constructor(platform: IndexedDbPlatform) { this.platform = platform; }

  async save(saved: SavedRun, interventions: readonly Intervention[] = []): Promise<void> {
    const { run } = saved;
    await this.write(['runs', 'interventions', 'blocks'], 'strict', (transaction) => {
      transaction.objectStore('blocks').delete(ofRun(this.platform.IDBKeyRange, run));
      interventions.forEach((intervention, index) => transaction.objectStore('interventions').put({ run, index, intervention } satisfies InterventionRow));
      return transaction.objectStore('runs').put(saved);
    });
  }

  async mark(run: string, state: SavedState, savedAt: number): Promise<void> { await this.change(run, { state, savedAt }); }
  async setAside(run: string, engine: number): Promise<void> { await this.change(run, { setAsideBy: engine }); }

  private async change(run: string, change: Partial<SavedRun>): Promise<void> {
    await this.write(['runs'], 'strict', (transaction) => {
      const runs = transaction.objectStore('runs');
      const request = runs.get(run) as IDBRequest<SavedRun | undefined>;
      request.onsuccess = () => { if (request.result) runs.put({ ...request.result, ...change }); };
      return request;
    });
  }

  async append(run: string, index: number, intervention: Intervention): Promise<void> {
    await this.write(['interventions'], 'strict', (transaction) => transaction.objectStore('interventions').put({ run, index, intervention } satisfies InterventionRow));
  }

  async appendTrace(run: string, from: number, records: Trace): Promise<void> {
    const block: BlockRow = { run, from, records: JSON.stringify(records) };
    await this.write(['blocks'], 'relaxed', (transaction) => transaction.objectStore('blocks').put(block));
  }

  async all(): Promise<readonly SavedRun[]> {
    const runs = await this.read<SavedRun>('runs');
    return runs.sort((a, b) => b.savedAt - a.savedAt);
  }

  async interventions(run: string): Promise<readonly Intervention[]> {
    return (await this.read<InterventionRow>('interventions', ofRun(this.platform.IDBKeyRange, run))).map(({ intervention }) => intervention);
  }

  async trace(run: string): Promise<Trace> {
    const blocks = await this.read<BlockRow>('blocks', ofRun(this.platform.IDBKeyRange, run));
    return blocks.flatMap(({ records }) => JSON.parse(records) as TraceRecord[]);
  }

  async remove(run: string): Promise<void> {
    const range = ofRun(this.platform.IDBKeyRange, run);
    await this.write(['runs', 'interventions', 'blocks'], 'relaxed', (transaction) => {
      transaction.objectStore('interventions').delete(range);
      transaction.objectStore('blocks').delete(range);
      return transaction.objectStore('runs').delete(run);
    });
  }

  private async read<T>(store: string, range?: IDBKeyRange): Promise<T[]> {
    return inTransaction(await this.database(), [store], 'readonly', 'default', (transaction) => transaction.objectStore(store).getAll(range) as IDBRequest<T[]>);
  }

  private async write(stores: readonly string[], durability: IDBTransactionDurability, work: (transaction: IDBTransaction) => IDBRequest): Promise<void> {
    await inTransaction(await this.database(), stores, 'readwrite', durability, work);
  }

  /** Opened at the first use, and again after a failure or when the platform closed it. */
  private database(): Promise<IDBDatabase> {
    const forget = (): void => { this.opened = null; };
    this.opened ??= openDatabase(this.platform.indexedDB, 'sagascope-library', (database) => {
      database.createObjectStore('runs', { keyPath: 'run' });
      database.createObjectStore('interventions', { keyPath: ['run', 'index'] });
      database.createObjectStore('blocks', { keyPath: ['run', 'from'] });
    }).then((database) => {
      database.onclose = forget;
      // A newer page wants to change the layout: it does not have to wait for this one.
      database.onversionchange = () => {
        database.close();
        forget();
      };
      return database;
    });
    this.opened.catch(forget);
    return this.opened;
  }
}

export const openLibrary = (platform: IndexedDbPlatform = { indexedDB, IDBKeyRange }): Library => new IndexedDbLibrary(platform);
