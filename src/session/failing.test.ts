import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { runLocally } from '#explorer/local-run.ts';
import { serialiseRun } from '#exports/run-file.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import { CommitRefused } from '#storage/port.ts';
import { hashTrace } from '#trace/hash.ts';
import { dependenciesByHand, ManualTicker, playToEnd, tabOf, turn, until } from './by-hand.ts';
import { createSession } from './create-session.ts';
import { localIndexedDbHosts } from './hosts/indexed-db-hosts.ts';
import { memoryHosts } from './hosts/local-hosts.ts';
import type { HostMaker } from './hosts/process-host.ts';
import { openLibrary } from './library.ts';
import type { Opening } from './saved-run.ts';
import { browserRunLocks, soleTab } from './run-locks.ts';
import type { RunLocks } from './run-locks.ts';
import type { Session } from './state.ts';

// Dexie says aloud when the databases of a dead tab, which here still has them open, are deleted.
beforeAll(() => { vi.spyOn(console, 'warn').mockImplementation(() => {}); });

const platformOf = () => ({ indexedDB: new IDBFactory(), IDBKeyRange });

/** The nth delivery with a commit fails, before it or after it reached the disk; later ones work. */
function failingHosts(maker: HostMaker, n: number, error: Error, when: 'before' | 'after'): HostMaker {
  let count = 0;
  return {
    ...maker,
    make: (of) => {
      const host = maker.make(of);
      return {
        open: () => host.open(), recover: (delivery) => host.recover(delivery), kill: () => host.kill(),
        async handle(delivery) {
          count += 1;
          if (count === n && when === 'before') throw error;
          const draft = await host.handle(delivery);
          if (count === n) throw error;
          return draft;
        },
      };
    },
  };
}

async function opened(platform: ReturnType<typeof platformOf>, hosts: HostMaker, opening: Partial<Opening> = {}, tab = tabOf(), locks: RunLocks = soleTab()) {
  const ticker = new ManualTicker();
  const store = createSession({ ...dependenciesByHand(ticker, { hosts, library: openLibrary(platform), opening }, tab), locks });
  await until(store, ({ phase }) => phase !== 'starting');
  await turn();
  return { store, ticker, state: (): Session => store.getState() };
}
const keys = ({ notices }: Session): readonly string[] => notices.map(({ key }) => key);

describe('when something fails that nobody planned', { timeout: 60_000 }, () => {
  it.each([
    ['a refused commit', new CommitRefused('another tab wrote'), 'before', 'session.processFailed'],
    ['a full disk', Object.assign(new Error('no room'), { name: 'StorageFull' }), 'before', 'session.storageFull'],
    ['an answer that got lost behind the commit', new Error('worker gone'), 'after', 'session.processFailed'],
  ] as const)('%s stops the run with its place, and Run recovers it from the databases', async (_, error, when, key) => {
    for (let n = 1; n <= 9; n += 2) {
      const platform = platformOf();
      const { store, ticker, state } = await opened(platform, failingHosts(localIndexedDbHosts(platform), n, error, when));
      ticker.onRequest = () => { setImmediate(() => ticker.frame(200)); };
      state().play();
      await until(store, ({ notices }) => notices.length > 0);
      await turn();
      expect(keys(state())).toEqual([key]);
      expect(state()).toMatchObject({ phase: 'paused' });
      expect(state().notices[0]!.params).toMatchObject({ seq: state().length, reason: expect.stringContaining(error.message) });
      const ended = await playToEnd(store, ticker);
      expect(keys(ended)).toEqual([key, 'session.recoveredFromFailure']);
      expect(ended.trace.at(-1)).toMatchObject({ outcome: 'completed' });
    }
  });

  it('a browser that refuses storage gets a run in memory, and is told so', async () => {
    const refusing: HostMaker = { ...localIndexedDbHosts(platformOf()), make: (of) => ({ ...memoryHosts().make(of), open: () => Promise.reject(new Error('denied')), kill() {} }) };
    const { store, ticker, state } = await opened(platformOf(), refusing);
    expect(state()).toMatchObject({ storage: 'memory', phase: 'ready' });
    expect(keys(state())).toEqual(['session.memoryOnly']);
    expect((await playToEnd(store, ticker)).trace.at(-1)).toMatchObject({ outcome: 'completed' });
  });

  it.each(['a database', 'one acknowledged row'] as const)('%s that is missing is told, and a new run begins: nothing is made up (D46)', async (what) => {
    const platform = platformOf();
    const tab = tabOf();
    const first = await opened(platform, localIndexedDbHosts(platform), {}, tab);
    for (let step = 0; step < 6; step += 1) await first.state().step();
    const name = `sagascope-${first.state().run}-inventory`;
    if (what === 'a database') await new Promise((resolve) => { platform.indexedDB.deleteDatabase(name).onsuccess = resolve; });
    else await deleteFirstRow(platform.indexedDB, name, 'inbox');
    const second = await opened(platform, localIndexedDbHosts(platform), {}, tab);
    expect(keys(second.state())).toEqual(['session.recoveryFailed']);
    expect(second.state().notices[0]!.params['reason']).toContain('inventory');
    expect(second.state()).toMatchObject({ phase: 'ready', length: 2 });
    expect(second.state().run).not.toBe(first.state().run);
  });
});

describe('which run a page begins with', { timeout: 60_000 }, () => {
  const other: Partial<Opening> = { seed: 99, explicit: true };

  it('a link to something else wins over the saved run; a link to the same brings it back', async () => {
    const platform = platformOf();
    const tab = tabOf();
    const hosts = localIndexedDbHosts(platform);
    const first = await opened(platform, hosts, { explicit: true }, tab);
    await first.state().step();
    const elsewhere = await opened(platform, hosts, other, tab);
    expect(elsewhere.state()).toMatchObject({ seed: 99, phase: 'ready', length: 2, notices: [] });
    const back = await opened(platform, hosts, { explicit: true }, tabOf());
    expect(back.state()).toMatchObject({ seed: 7, phase: 'paused', run: first.state().run });
  });

  it('edits that were made before the run survive a reload', async () => {
    const platform = platformOf();
    const tab = tabOf();
    const first = await opened(platform, localIndexedDbHosts(platform), {}, tab);
    first.state().addFailurePoint({ kind: 'lost-reply', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} });
    await turn();
    const second = await opened(platform, localIndexedDbHosts(platform), {}, tab);
    expect(second.state()).toMatchObject({ phase: 'ready', notices: [], failurePoints: [{ kind: 'lost-reply' }] });
  });

  it('a second tab leaves the run of a living tab alone, and takes over that of a dead one', async () => {
    const platform = platformOf();
    const hosts = localIndexedDbHosts(platform);
    const browser = lockManager();
    const [one, two, three] = ['one', 'two', 'three'].map((name) => ({ ...tabOf(), newRunName: () => name }));
    const living = browser.tab();
    const first = await opened(platform, hosts, {}, one, browserRunLocks(null, living.locks));
    await first.state().step();
    await turn();
    const second = await opened(platform, hosts, {}, two, browserRunLocks(null, browser.tab().locks));
    expect(second.state()).toMatchObject({ run: 'two', phase: 'ready' });
    living.die();
    const third = await opened(platform, hosts, {}, three, browserRunLocks(null, browser.tab().locks));
    expect(third.state()).toMatchObject({ run: 'one', phase: 'paused' });
  });

  it('the databases of a run that was left are deleted', async () => {
    const platform = platformOf();
    const { store, state } = await opened(platform, localIndexedDbHosts(platform));
    await state().step();
    const { run } = state();
    await state().restart();
    await until(store, ({ phase }) => phase === 'ready');
    const named = async (name: string) => (await platform.indexedDB.databases()).filter((database) => database.name?.startsWith(`sagascope-${name}-`));
    while ((await named(run)).length > 0) await turn();
    expect(await named(state().run)).toHaveLength(6);
    const library = openLibrary(platform);
    while ((await library.all()).length > 1) await turn();
    expect((await library.all()).map((saved) => saved.run)).toEqual([state().run]);
  });
});

describe('a run file', () => {
  const file = (hash?: string): string => {
    const { trace } = runLocally(compileScenario(order), 5).world;
    return serialiseRun({ scenario: order, seed: 5, interventions: [], traceHash: hash ?? hashTrace(trace), records: trace.length });
  };

  it('replays to the same hash, is shown at its end, and can be gone on with', async () => {
    const { store, ticker, state } = await opened(platformOf(), memoryHosts());
    await state().importRun(file(), 'run.json');
    expect(state().notices.at(-1)).toMatchObject({ tone: 'success', key: 'session.imported', params: { file: 'run.json', hash: state().hash } });
    expect(state()).toMatchObject({ seed: 5, phase: 'ended' });
    state().placeOrder({ customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 });
    expect((await playToEnd(store, ticker)).trace.at(-1)).toMatchObject({ sagas: { completed: 2 } });
  });

  it('with another hash is shown all the same, and it is said', async () => {
    const { state } = await opened(platformOf(), memoryHosts());
    await state().importRun(file('0123456789abcdef'), 'run.json');
    expect(state().notices.at(-1)).toMatchObject({ tone: 'error', key: 'session.importedDiffers', params: { expected: '0123456789abcdef' } });
  });

  it('that is none leaves the work at hand alone', async () => {
    const { state } = await opened(platformOf(), memoryHosts());
    await state().step();
    const before = { ...state() };
    for (const text of ['', '{', '{"format":"sagascope/run"}', file().replace('"seed": 5', '"seed": "five"')]) await state().importRun(text, 'x.json');
    expect(state()).toMatchObject({ run: before.run, length: before.length, seed: before.seed });
    expect(keys(state())).toEqual(Array.from({ length: 4 }, () => 'session.importProblem'));
  });
});

/** As if the transaction that wrote the row had been acknowledged and never completed. */
function deleteFirstRow(factory: IDBFactory, name: string, table: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name);
    request.onerror = () => reject(new Error(`${name} cannot be opened`));
    request.onsuccess = () => {
      const transaction = request.result.transaction(table, 'readwrite');
      const store = transaction.objectStore(table);
      store.getAllKeys().onsuccess = (event) => store.delete((event.target as IDBRequest<IDBValidKey[]>).result[0]!);
      transaction.oncomplete = () => {
        request.result.close();
        resolve();
      };
    };
  });
}

/** Web Locks among the tabs of one browser; a tab that dies gives its locks back. */
function lockManager() {
  const held = new Map<string, number>();
  let tabs = 0;
  return {
    tab() {
      const me = (tabs += 1);
      const request = (name: string, _options: unknown, hold: () => Promise<void>): Promise<void> => {
        if (held.has(name) && held.get(name) !== me) return Promise.reject(new Error('timed out'));
        held.set(name, me);
        return hold();
      };
      return {
        locks: { request } as unknown as LockManager,
        die: () => { for (const [name, tab] of held) if (tab === me) held.delete(name); },
      };
    },
  };
}
