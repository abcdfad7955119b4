import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { order } from '#scenarios/presets/order.ts';
import type { IndexedDbPlatform } from '#storage/dexie/store.ts';
import { hashTrace } from '#trace/hash.ts';
import type { FailurePoint, Trace } from '#trace/records.ts';
import { dependenciesByHand, ManualTicker, playToEnd, tabOf, turn, until } from './by-hand.ts';
import type { ByHand } from './by-hand.ts';
import { createSession } from './create-session.ts';
import { localIndexedDbHosts } from './hosts/indexed-db-hosts.ts';
import type { HostMaker } from './hosts/process-host.ts';
import { openLibrary } from './library.ts';
import { rebuild } from './rebuild.ts';
import type { Session } from './state.ts';

const platformOf = (): IndexedDbPlatform => ({ indexedDB: new IDBFactory(), IDBKeyRange });
const points: readonly FailurePoint[] = [
  { id: 'a', kind: 'business-rejection', target: { step: 'create-order', phase: 'action' }, occurrence: { mode: 'first' }, params: {} },
  { id: 'b', kind: 'crash-after-commit', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} },
];
const failing = { ...order, failurePoints: points };

/** A browser: what it stores outlives its tabs. */
class Browser {
  readonly platform = platformOf();
  readonly tab = tabOf();

  /** Opens the page, in the same tab; what was there before is dead: nobody turns its clock. */
  async open(byHand: ByHand = {}): Promise<{ store: StoreApi<Session>; ticker: ManualTicker; state: () => Session }> {
    const ticker = new ManualTicker();
    const hosts = byHand.hosts ?? localIndexedDbHosts(this.platform);
    const store = createSession(dependenciesByHand(ticker, { opening: { scenario: failing }, library: openLibrary(this.platform), ...byHand, hosts }, this.tab));
    await until(store, ({ phase }) => phase !== 'starting');
    await turn();
    return { store, ticker, state: () => store.getState() };
  }
}


/** The nth commit reaches the disk; its acknowledgement reaches nobody. */
function withoutAnswer(maker: HostMaker, n: number): { readonly hosts: HostMaker; readonly hung: Promise<void> } {
  let commits = 0;
  let hang = (): void => {};
  const hung = new Promise<void>((resolve) => { hang = resolve; });
  const make: HostMaker['make'] = (order_) => {
    const host = maker.make(order_);
    return {
      open: () => host.open(),
      recover: (delivery) => host.recover(delivery),
      kill: () => host.kill(),
      async handle(delivery) {
        const draft = await host.handle(delivery);
        if (draft?.commit) commits += 1;
        if (commits < n) return draft;
        hang();
        return new Promise<never>(() => {});
      },
    };
  };
  return { hosts: { ...maker, make }, hung };
}

const keys = ({ notices }: Session): readonly string[] => notices.map(({ key }) => key);
const interventionsIn = (trace: Trace) => trace.flatMap((record) => (record.kind === 'intervention' ? [{ seq: record.seq, at: record.at, action: record.action }] : []));

/** The same input, replayed in memory from its start, leaves the same trace. */
function expectReplay({ scenario, seed, trace, hash }: Session): void {
  const again = rebuild(scenario, seed, interventionsIn(trace), { enough: ({ length }) => length >= trace.length });
  expect(hashTrace(again.world.trace)).toBe(hash);
}

describe('a tab that dies', { timeout: 60_000 }, () => {
  it('after any number of deliveries loses no acknowledged commit, and the run ends as it would have (D46)', async () => {
    for (let steps = 1; steps <= 27; steps += 1) {
      const browser = new Browser();
      const first = await browser.open();
      for (let step = 0; step < steps; step += 1) await first.state().step();
      const commits = first.state().trace.filter((record) => record.kind === 'transition' && record.commit !== null);
      const second = await browser.open();
      expect(keys(second.state())).toEqual(['session.recovered']);
      expect(second.state()).toMatchObject({ phase: 'paused', run: first.state().run, seed: 7 });
      const found = second.state().trace.filter((record) => record.kind === 'transition' && record.commit !== null);
      expect(found).toEqual(commits);
      expect(second.state().trace.some((record) => record.kind === 'intervention' && record.action.type === 'power-loss')).toBe(true);
      const ended = await playToEnd(second.store, second.ticker);
      expect(ended.trace.at(-1)).toMatchObject({ outcome: 'compensated' });
      expectReplay(ended);
    }
  });

  it('dies again, and again, and goes on each time from its databases', async () => {
    const browser = new Browser();
    let page = await browser.open();
    for (let life = 0; life < 3; life += 1) {
      for (let step = 0; step < 9; step += 1) await page.state().step();
      page = await browser.open();
    }
    expect(page.state().trace.filter((record) => record.kind === 'intervention').length).toBeGreaterThan(1);
    const ended = await playToEnd(page.store, page.ticker);
    expect(ended.trace.at(-1)).toMatchObject({ outcome: 'compensated' });
    expectReplay(ended);
  });

  it('after a commit that was never acknowledged finds it whole (D46)', async () => {
    for (let last = 1; last <= 8; last += 1) {
      const browser = new Browser();
      const { hosts, hung } = withoutAnswer(localIndexedDbHosts(browser.platform), last);
      const first = await browser.open({ hosts });
      void (async () => { for (;;) await first.state().step(); })();
      await hung;
      const second = await browser.open();
      expect(keys(second.state())).toEqual(['session.recovered']);
      expect(second.state().trace.length).toBeGreaterThan(first.state().trace.length);
      expectReplay(await playToEnd(second.store, second.ticker));
    }
  });

  it('keeps what a person did: interventions are durable before anything follows from them', async () => {
    const browser = new Browser();
    const first = await browser.open({ opening: { scenario: order } });
    for (let step = 0; step < 3; step += 1) await first.state().step();
    first.state().addFailurePoint({ kind: 'business-rejection', target: { step: 'create-order', phase: 'action' }, occurrence: { mode: 'first' }, params: {} });
    first.state().placeOrder({ customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 });
    for (let step = 0; step < 3; step += 1) await first.state().step();
    const second = await browser.open();
    expect(second.state().failurePoints).toHaveLength(1);
    const ended = await playToEnd(second.store, second.ticker);
    expect(ended.trace.at(-1)).toMatchObject({ sagas: { compensated: 1, completed: 1 } });
    expectReplay(ended);
  });

  it('after its workload was edited before the run, goes on from the databases that were made before the edit (D46)', async () => {
    const browser = new Browser();
    const first = await browser.open();
    await first.state().setWorkload(3, 1000);
    for (let step = 0; step < 9; step += 1) await first.state().step();
    const second = await browser.open();
    expect(keys(second.state())).toEqual(['session.recovered']);
    expect(second.state().run).toBe(first.state().run);
    const ended = await playToEnd(second.store, second.ticker);
    expect(ended.trace.at(-1)).toMatchObject({ sagas: { completed: 2, compensated: 1 } });
    expectReplay(ended);
  });

  it('after it went over to memory leaves nothing of the run before it', async () => {
    const browser = new Browser();
    const disk = localIndexedDbHosts(browser.platform);
    let refuses = false;
    const hosts: HostMaker = { ...disk, make: (of) => (refuses ? { ...disk.make(of), open: () => Promise.reject(new Error('denied')), kill() {} } : disk.make(of)) };
    const first = await browser.open({ hosts });
    for (let step = 0; step < 6; step += 1) await first.state().step();
    refuses = true;
    await first.state().restart();
    expect(first.state().storage).toBe('memory');
    const library = openLibrary(browser.platform);
    while ((await library.all()).length > 0) await turn();
    const second = await browser.open();
    expect(second.state()).toMatchObject({ phase: 'ready', notices: [] });
  });

  it('in a fork goes on in the fork', async () => {
    const browser = new Browser();
    const first = await browser.open();
    for (let step = 0; step < 12; step += 1) await first.state().step();
    first.state().seek(300);
    first.state().crash('payments');
    await until(first.store, ({ trace, branches }) => branches.length === 1 && trace.at(-1)?.kind === 'crashed');
    await first.state().step();
    const second = await browser.open();
    expect(second.state().run).toBe(first.state().run);
    expect(keys(second.state())).toEqual(['session.recovered']);
    expectReplay(await playToEnd(second.store, second.ticker));
  });

  it('brings back a run that had ended as it was, and an order wakes it', async () => {
    const browser = new Browser();
    const first = await browser.open();
    const { hash } = await playToEnd(first.store, first.ticker);
    const library = openLibrary(browser.platform);
    while ((await library.all())[0]!.state !== 'ended') await turn();
    const second = await browser.open();
    expect(keys(second.state())).toEqual(['session.restored']);
    expect(second.state()).toMatchObject({ phase: 'ended', hash });
    second.state().placeOrder({ customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 });
    expectReplay(await playToEnd(second.store, second.ticker));
  });
});
