/**
 * The library `sagascope-library`: what each run was made from, what was done to it, and its trace. Rows are appended, never rewritten by
 * another tab; an intervention is durable before anything that follows from it happens.
 */
import { Dexie } from 'dexie';
import type { Table } from 'dexie';
import type { IndexedDbPlatform } from '#storage/dexie/store.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import type { Intervention, Trace, TraceRecord } from '#trace/records.ts';

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
}
interface InterventionRow { readonly run: string; readonly index: number; readonly intervention: Intervention }
/** About a thousand records as one JSON array: twenty to sixty times faster than a row per record. */
interface BlockRow { readonly run: string; readonly from: number; readonly records: string }

export interface Library {
  /** Puts a run's description and the interventions that it begins with; its trace begins anew. */
  save(run: SavedRun, interventions?: readonly Intervention[]): Promise<void>;
  mark(run: string, state: SavedState, savedAt: number): Promise<void>;
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
  close(): void;
}

class DexieLibrary implements Library {
  private readonly database: Dexie;
  private readonly runs: Table<SavedRun, string>;
  private readonly interventionRows: Table<InterventionRow>;
  private readonly blocks: Table<BlockRow>;

  constructor(platform?: IndexedDbPlatform) {
    this.database = new Dexie('sagascope-library', { ...platform, chromeTransactionDurability: 'strict', cache: 'disabled' });
    this.database.version(1).stores({ runs: 'run', interventions: '[run+index], run', blocks: '[run+from], run' });
    this.runs = this.database.table('runs');
    this.interventionRows = this.database.table('interventions');
    this.blocks = this.database.table('blocks');
  }

  async save(saved: SavedRun, interventions: readonly Intervention[] = []): Promise<void> {
    const { run } = saved;
    await this.database.transaction('rw', [this.runs, this.interventionRows, this.blocks], async () => {
      await this.runs.put(saved);
      await this.blocks.where('run').equals(run).delete();
      await this.interventionRows.bulkPut(interventions.map((intervention, index) => ({ run, index, intervention })));
    });
  }

  async mark(run: string, state: SavedState, savedAt: number): Promise<void> { await this.runs.update(run, { state, savedAt }); }
  async append(run: string, index: number, intervention: Intervention): Promise<void> { await this.interventionRows.put({ run, index, intervention }); }
  async appendTrace(run: string, from: number, records: Trace): Promise<void> { await this.blocks.put({ run, from, records: JSON.stringify(records) }); }

  async all(): Promise<readonly SavedRun[]> { return (await this.runs.toArray()).sort((a, b) => b.savedAt - a.savedAt); }

  async interventions(run: string): Promise<readonly Intervention[]> {
    return (await this.interventionRows.where('[run+index]').between([run, Dexie.minKey], [run, Dexie.maxKey]).toArray()).map(({ intervention }) => intervention);
  }

  async trace(run: string): Promise<Trace> {
    const blocks = await this.blocks.where('[run+from]').between([run, Dexie.minKey], [run, Dexie.maxKey]).toArray();
    return blocks.flatMap(({ records }) => JSON.parse(records) as TraceRecord[]);
  }

  async remove(run: string): Promise<void> {
    await this.database.transaction('rw', [this.runs, this.interventionRows, this.blocks], async () => {
      await this.runs.delete(run);
      await this.interventionRows.where('run').equals(run).delete();
      await this.blocks.where('run').equals(run).delete();
    });
  }

  close(): void { this.database.close(); }
}

export const openLibrary = (platform?: IndexedDbPlatform): Library => new DexieLibrary(platform);
