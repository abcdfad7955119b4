import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import { parseRunFile, serialiseRun } from '#exports/run-file.ts';
import { ENGINE_VERSION } from '#kernel/version.ts';
import { en } from '#messages/en/index.ts';
import { es } from '#messages/es/index.ts';
import { textAt } from '#messages/index.ts';
import { order } from '#scenarios/presets/order.ts';
import { dependenciesByHand, ManualTicker, tabOf, turn, until } from './by-hand.ts';
import type { ByHand } from './by-hand.ts';
import { createSession } from './create-session.ts';
import { localIndexedDbHosts } from './hosts/indexed-db-hosts.ts';
import { inTransaction, openDatabase } from './indexed-db.ts';
import { openLibrary } from './library.ts';
import type { SavedRun } from './library.ts';
import type { Session } from './state.ts';

const keys = ({ notices }: Session): readonly string[] => notices.map(({ key }) => key);

async function opened(byHand: ByHand, tab = tabOf(), more: { readonly mostReplayed?: number } = {}) {
  const ticker = new ManualTicker();
  const store = createSession({ ...dependenciesByHand(ticker, byHand, tab), ...more });
  await until(store, ({ phase }) => phase !== 'starting');
  await turn();
  return { store, ticker, state: (): Session => store.getState() };
}

/** A few kilobytes that ask for thousands of orders with a million deliveries each. */
const endless = (records: number): string => serialiseRun({
  scenario: { ...order, workload: { ...order.workload, count: 2000, interval: 1 }, limits: { stepBudget: 1_000_000 } },
  seed: 5, interventions: [], traceHash: '0123456789abcdef', records,
});

describe('a replay that takes long', { timeout: 60_000 }, () => {
  it('lets others have their turn, is shown after a second, and can be stopped: nothing is opened then', async () => {
    const { store, ticker, state } = await opened({});
    // Every look at the clock costs a fifth of a second.
    ticker.now = () => { ticker.pass(200); return ManualTicker.prototype.now.call(ticker); };
    const { run } = state();
    const importing = state().importRun(endless(5_000_000), 'long.json');
    await importing;
    expect(state().notices).toMatchObject([{ key: 'session.importFailed', params: { reasonCode: 'replay-too-long' } }]);
    const second = state().importRun(endless(900_000), 'long.json');
    const { replayed } = await until(store, (now) => now.replayed !== null);
    expect(replayed).toBeGreaterThan(0);
    state().stopReplay();
    await second;
    expect(state().notices.at(-1)).toMatchObject({ key: 'session.importFailed', params: { reasonCode: 'replay-cancelled' } });
    expect(state()).toMatchObject({ run, replayed: null, phase: 'ready' });
  });

  it('ends at the cap, whatever it says of its own length', async () => {
    const { state } = await opened({}, tabOf(), { mostReplayed: 3000 });
    await state().importRun(endless(2999), 'long.json');
    expect(state()).toMatchObject({ length: 2999, seed: 5 });
    const { run } = state();
    await state().importRun(endless(3001), 'long.json');
    expect(state().run).toBe(run);
    expect(keys(state()).at(-1)).toBe('session.importFailed');
  });
});

describe('a run of another version of the engine', { timeout: 60_000 }, () => {
  it('is neither continued nor thrown away: that is said once, and it can be exported', async () => {
    const platform = { indexedDB: new IDBFactory(), IDBKeyRange };
    const tab = tabOf();
    const byHand = { hosts: localIndexedDbHosts(platform), library: openLibrary(platform) };
    const first = await opened(byHand, tab);
    for (let step = 0; step < 6; step += 1) await first.state().step();
    first.state().pause();
    const { run, length } = first.state();
    const library = openLibrary(platform);
    while ((await library.trace(run)).length < length) await turn();
    await madeBy(platform, run, 99);

    const second = await opened(byHand, tab);
    expect(second.state()).toMatchObject({ phase: 'ready', notices: [{ key: 'session.otherEngine', params: { engine: 99, own: ENGINE_VERSION }, offer: { what: 'export-saved', run } }] });
    expect((await library.all()).find((saved) => saved.run === run)).toMatchObject({ state: 'open', engine: 99 });
    const { content } = await second.state().exportSaved(run);
    expect(parseRunFile(content)).toMatchObject({ ok: true, run: { engine: 99, records: length, seed: 7 } });
    expect((await opened(byHand, tabOf())).state().notices.filter(({ key }) => key === 'session.otherEngine')).toEqual([]);
  });

  it('as a file is replayed, and a difference is put down to the version', async () => {
    const { state } = await opened({});
    const file = (engine?: number): string => serialiseRun({ scenario: order, seed: 5, interventions: [], traceHash: '0123456789abcdef', records: 20, ...(engine !== undefined && { engine }) });
    await state().importRun(file(99), 'a.json');
    await state().importRun(file(), 'b.json');
    expect(state().notices.map(({ key, tone }) => `${tone} ${key}`)).toEqual(['warning session.importedOtherEngine', 'error session.importedDiffers']);
  });
});

it('every reason has words in both languages', () => {
  const codes = Object.keys(en.session.reasons);
  for (const code of codes) for (const messages of [en, es]) expect(textAt(messages, `session.reasons.${code}`, { process: 'x', place: 'x', records: 1, seq: 1, most: 1 })).not.toContain('undefined');
  expect(codes.filter((code) => textAt(en, `session.reasons.${code}`, {}) === textAt(es, `session.reasons.${code}`, {}))).toEqual([]);
});

/** As if an older or newer page had left the run. */
async function madeBy(platform: { readonly indexedDB: IDBFactory }, run: string, engine: number): Promise<void> {
  const database = await openDatabase(platform.indexedDB, 'sagascope-library', () => {});
  await inTransaction(database, ['runs'], 'readwrite', 'strict', (transaction) => {
    const runs = transaction.objectStore('runs');
    const request = runs.get(run) as IDBRequest<SavedRun>;
    request.onsuccess = () => { runs.put({ ...request.result, engine }); };
    return request;
  });
  database.close();
}
