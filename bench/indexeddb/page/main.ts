/** The commits of a real run, each awaited before the next, to a fresh database of each store; the stores take turns every few commits. */
import type { DatabaseDump } from '#storage/port.ts';
import { DexieStore } from '#storage/dexie/store.ts';
import { paymentsRun } from './payments-run.ts';
import { RawStore } from './raw-store.ts';
import type { Store } from './store.ts';

export type StoreName = 'ours' | 'raw';
export interface Measured { readonly commits: number; readonly rows: number; readonly ms: { readonly [store in StoreName]: number } }

declare global {
  interface Window { measureCommits(sagas: number): Promise<Measured> }
}

const TURN = 20;

window.measureCommits = async (sagas) => {
  const { definition, commits, expected } = paymentsRun(sagas);
  const run = String(Date.now());
  const stores: readonly (readonly [StoreName, Store])[] = [
    ['ours', new DexieStore({ run, definition, layout: 'bench' })],
    ['raw', new RawStore(`raw-${run}`, definition)],
  ];
  const ms = { ours: 0, raw: 0 };
  for (const [, store] of stores) await store.open();
  for (let from = 0; from < commits.length; from += TURN) {
    const some = commits.slice(from, from + TURN);
    // Who begins changes, so that nobody always pays for what the one before left to be done.
    for (let turn = 0; turn < stores.length; turn += 1) {
      const [name, store] = stores[(turn + from / TURN) % stores.length]!;
      const start = performance.now();
      for (const commit of some) await store.commit(commit);
      ms[name] += performance.now() - start;
    }
  }
  for (const [name, store] of stores) {
    check(name, await store.dump(), expected);
    await store.destroy();
  }
  return { commits: commits.length, rows: commits.reduce((sum, { writes, events }) => sum + writes.length + events.length, 0), ms };
};

function check(name: string, kept: Awaited<ReturnType<Store['dump']>>, expected: DatabaseDump): void {
  for (const [table, rows] of Object.entries(expected.tables)) {
    if (kept.tables[table]?.length !== rows.length) throw new Error(`${name}: ${kept.tables[table]?.length} rows in ${table}, not ${rows.length}`);
  }
  if (kept.events.length !== expected.events.length) throw new Error(`${name}: ${kept.events.length} events, not ${expected.events.length}`);
}
