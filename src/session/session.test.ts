import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { StoreApi } from 'zustand/vanilla';
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import { hashTrace } from '#trace/hash.ts';
import type { FailurePoint } from '#trace/records.ts';
import { dependenciesByHand, ManualTicker, playToEnd, tabOf, turn, until } from './by-hand.ts';
import type { ByHand } from './by-hand.ts';
import { createSession } from './create-session.ts';
import { localIndexedDbHosts } from './hosts/indexed-db-hosts.ts';
import { memoryHosts } from './hosts/local-hosts.ts';
import type { Session } from './state.ts';

const point = (kind: string, step: string, phase: 'action' | 'compensation' = 'action'): Omit<FailurePoint, 'id'> => ({
  kind, target: { step, phase }, occurrence: { mode: 'first' }, params: {},
});

function session(byHand: ByHand = {}, tab = tabOf()): { store: StoreApi<Session>; ticker: ManualTicker; state: () => Session } {
  const ticker = new ManualTicker();
  const store = createSession(dependenciesByHand(ticker, byHand, tab));
  return { store, ticker, state: () => store.getState() };
}

async function ready(store: StoreApi<Session>): Promise<Session> {
  await until(store, ({ phase }) => phase !== 'starting');
  await turn();
  return store.getState();
}

const stores = { memory: () => memoryHosts(), indexeddb: () => localIndexedDbHosts({ indexedDB: new IDBFactory(), IDBKeyRange }) };
const kindsOf = ({ trace }: Session): readonly string[] => trace.map(({ kind }) => kind);

describe('a session', () => {
  it('is complete at once and ready when its databases are made', async () => {
    const { store, state } = session();
    expect(state()).toMatchObject({ phase: 'starting', seed: 7, length: 2, playhead: { seq: 2, at: 0 }, storage: 'memory', canUndo: false });
    expect((await ready(store)).phase).toBe('ready');
  });

  it('that is asked to run while its databases are being made begins when they are; the wish can be taken back', async () => {
    const { store, ticker, state } = session();
    state().play();
    expect(state()).toMatchObject({ phase: 'starting', playing: true });
    ticker.frame(200);
    state().pause();
    expect(state()).toMatchObject({ phase: 'starting', playing: false });
    state().play();
    await until(store, ({ phase }) => phase === 'running');
    expect(state()).toMatchObject({ length: 2, playhead: { at: 0 } });
    expect((await playToEnd(store, ticker)).trace).toEqual(runLocally(compileScenario(order), 7).world.trace);
  });

  it.each(['memory', 'indexeddb'] as const)('leaves on %s the trace of the run in process, whatever fails (D43)', async (kind) => {
    for (const failing of [[], [point('crash-before-commit', 'process-payment')], [point('crash-after-commit', 'process-payment'), point('business-rejection', 'create-order')]]) {
      const failurePoints = failing.map((each, index) => ({ ...each, id: `p${index}` }));
      const { store, ticker } = session({ hosts: stores[kind](), opening: { failurePoints } });
      await ready(store);
      const { trace, hash } = await playToEnd(store, ticker);
      const expected = runLocally(compileScenario({ ...order, failurePoints }), 7).world.trace;
      expect(trace).toEqual(expected);
      expect(hash).toBe(hashTrace(expected));
    }
  });

  it('leaves the same trace on both stores when the orchestrator resumes many sagas: their order is not that of their keys (D16, D43)', async () => {
    const scenario = { ...order, workload: { ...order.workload, count: 12, interval: 0 } };
    const failurePoints: readonly FailurePoint[] = [{ id: 'c', kind: 'crash-after-commit', target: { process: 'orchestrator' }, occurrence: { mode: 'nth', n: 14 }, params: {} }];
    const { store, ticker } = session({ hosts: stores.indexeddb(), opening: { scenario, failurePoints } });
    await ready(store);
    const { trace } = await playToEnd(store, ticker);
    expect(trace).toEqual(runLocally(compileScenario({ ...scenario, failurePoints }), 7).world.trace);
    expect(trace.filter((record) => record.kind === 'transition' && record.note === 'recovered' && record.sends.length > 2)).toHaveLength(1);
  });

  it('moves the playhead with the clock, waits for nothing, and pauses where it is', async () => {
    const { store, ticker, state } = session();
    await ready(store);
    state().play();
    ticker.frame(16);
    await turn();
    expect(state()).toMatchObject({ phase: 'running', playhead: { seq: 2, at: 16 } });
    for (let frame = 0; frame < 20; frame += 1) {
      ticker.frame(16);
      await turn();
    }
    expect(state().playhead.at).toBe(16 * 21);
    expect(state().length).toBeGreaterThan(3);
    expect(state().trace.at(-1)!.at).toBeLessThanOrEqual(16 * 21);
    state().pause();
    expect(state().phase).toBe('paused');
    expect(ticker.requested).toBe(false);
  });

  it('steps one delivery at a time and goes back and forth in what is recorded', async () => {
    const { store, state } = session();
    await ready(store);
    for (let step = 0; step < 4; step += 1) await state().step();
    expect(state()).toMatchObject({ length: 6, phase: 'paused' });
    state().seek(0);
    expect(state().playhead).toEqual({ seq: 2, at: 0 });
    await state().step();
    expect(state()).toMatchObject({ length: 6, playhead: { seq: 3, at: state().trace[2]!.at } });
    state().seek(1e9);
    expect(state().playhead).toEqual({ seq: 6, at: state().trace[5]!.at });
  });

  it('takes failure points as input before the run, and as interventions during it', async () => {
    const { store, state } = session();
    await ready(store);
    state().addFailurePoint(point('lost-reply', 'process-payment'));
    expect(state().failurePoints.map(({ id }) => id)).toEqual(['fault-1']);
    expect(state().scenario.failurePoints).toHaveLength(1);
    expect(state()).toMatchObject({ phase: 'ready', length: 2, canUndo: true });
    await state().step();
    state().addFailurePoint(point('business-rejection', 'create-order'));
    expect(state().failurePoints.map(({ id }) => id)).toEqual(['fault-1', 'fault-2']);
    expect(kindsOf(state()).at(-1)).toBe('intervention');
    expect(state().scenario.failurePoints).toHaveLength(1);
  });

  it('takes edits back and makes them again, during the run by further interventions', async () => {
    const { store, state } = session();
    await ready(store);
    state().addFailurePoint(point('lost-reply', 'process-payment'));
    state().undo();
    expect(state()).toMatchObject({ failurePoints: [], canUndo: false, canRedo: true, length: 2 });
    state().redo();
    await state().step();
    const [first] = state().failurePoints;
    state().changeFailurePoint({ ...first!, occurrence: { mode: 'every' } });
    state().removeFailurePoint('fault-1');
    state().removeFailurePoint('none');
    expect(state().failurePoints).toEqual([]);
    state().undo();
    expect(state().failurePoints[0]!.occurrence).toEqual({ mode: 'every' });
    state().undo();
    expect(state().failurePoints[0]!.occurrence).toEqual({ mode: 'first' });
    await until(store, ({ length }) => length === 7);
    expect(kindsOf(state()).filter((kind) => kind === 'intervention')).toHaveLength(4);
  });

  it.each(['memory', 'indexeddb'] as const)('forks on %s when somebody acts in the past: what was left stays as a branch', async (kind) => {
    const { store, ticker, state } = session({ hosts: stores[kind]() });
    await ready(store);
    const first = await playToEnd(store, ticker);
    const middle = first.trace.find((record) => record.kind === 'transition' && record.participant === 'payments')!;
    state().seek(middle.at);
    const { seq } = state().playhead;
    state().addFailurePoint(point('business-rejection', 'create-order'));
    await until(store, ({ run, length }) => run !== first.run && length === seq + 1);
    expect(state()).toMatchObject({ length: seq + 1, phase: 'paused', branches: [{ label: 'A', hash: first.hash, forkedAt: middle.at }] });
    expect(state().trace.slice(0, seq)).toEqual(first.trace.slice(0, seq));
    const second = await playToEnd(store, ticker);
    expect(second.trace.at(-1)).toMatchObject({ kind: 'run-ended', outcome: 'compensated' });
    expect(state().branches[0]!.trace).toBe(first.trace);
  });

  it('shows a branch with its own trace and playhead, changes nothing meanwhile, and keeps the last five (branches)', async () => {
    const { store, ticker, state } = session();
    await ready(store);
    const first = await playToEnd(store, ticker);
    await state().restart();
    for (let step = 0; step < 4; step += 1) await state().step();
    const { run, trace, playhead } = state();
    state().lookAt(first.run);
    expect(state()).toMatchObject({ viewed: first.run, trace: first.trace, length: first.trace.length, hash: first.hash, phase: 'paused' });
    state().seek(first.trace[4]!.at);
    await state().step();
    expect(state().playhead.seq).toBeGreaterThan(4);
    state().placeOrder({ customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 });
    await state().setSeed(11);
    expect(state().notices.map(({ key }) => key)).toEqual(['session.readOnly', 'session.readOnly']);
    state().lookAt(null);
    expect(state()).toMatchObject({ viewed: null, run, playhead, length: trace.length, seed: 7 });
    for (let times = 0; times < 6; times += 1) {
      await state().step();
      await state().restart();
    }
    expect(state().branches.map(({ label }) => label)).toEqual(['C', 'D', 'E', 'F', 'G']);
  });

  it('starts again with the failure points in force, and keeps the old run as a branch', async () => {
    const { store, ticker, state } = session();
    await ready(store);
    await state().step();
    state().addFailurePoint(point('business-rejection', 'create-order'));
    const { run } = state();
    await state().restart();
    expect(state()).toMatchObject({ phase: 'ready', length: 2, canUndo: true, branches: [{ label: 'A' }] });
    expect(state().run).not.toBe(run);
    expect(state().failurePoints).toHaveLength(1);
    expect((await playToEnd(store, ticker)).trace.at(-1)).toMatchObject({ outcome: 'compensated' });
  });

  it('an order that is placed after the end wakes the run', async () => {
    const { store, ticker, state } = session({ hosts: stores.indexeddb() });
    await ready(store);
    await playToEnd(store, ticker);
    state().placeOrder({ customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 });
    expect(state().phase).toBe('running');
    const { trace } = await playToEnd(store, ticker);
    expect(trace.at(-1)).toMatchObject({ kind: 'run-ended', sagas: { completed: 2 } });
  });

  it('an order that no run file could hold is refused, with the place', async () => {
    const { store, state } = session();
    await ready(store);
    const { length } = state();
    state().placeOrder({ customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 1e300 });
    expect(state().length).toBe(length);
    expect(state().notices).toMatchObject([{ key: 'session.orderRefused', params: { code: 'json-number', path: 'request.amount' } }]);
  });

  it('a service that is killed comes back with the state of its database', async () => {
    const { store, ticker, state } = session({ hosts: stores.indexeddb() });
    await ready(store);
    for (let step = 0; step < 8; step += 1) await state().step();
    state().crash('payments');
    await until(store, (now) => kindsOf(now).includes('crashed'));
    const { trace } = await playToEnd(store, ticker);
    expect(trace.map(({ kind }) => kind)).toContain('restarted');
    expect(trace.at(-1)).toMatchObject({ outcome: 'completed' });
  });

  it('an inbox switched off before the run is part of its input; later it is another run, and the old one a branch (D30)', async () => {
    const { store, ticker, state } = session();
    await ready(store);
    const plain = state().hash;
    await state().setMessaging('payments', { inbox: false, outbox: true });
    expect(state()).toMatchObject({ phase: 'ready', branches: [] });
    expect(state().scenario.services.find(({ id }) => id === 'payments')).toMatchObject({ messaging: { inbox: false, outbox: true } });
    state().addFailurePoint(point('duplicate-delivery', 'process-payment'));
    const { trace } = await playToEnd(store, ticker);
    expect(trace.at(-1)).toMatchObject({ invariants: expect.arrayContaining([expect.objectContaining({ id: 'money-conserved', holds: false })]) });
    await state().setMessaging('payments', { inbox: true, outbox: true });
    expect(state()).toMatchObject({ phase: 'ready', branches: [{ label: 'A' }] });
    state().removeFailurePoint(state().failurePoints[0]!.id);
    await turn();
    expect(state().hash).toBe(plain);
  });

  it('another seed, workload or scenario makes another run', async () => {
    const { store, ticker, state } = session();
    await ready(store);
    await state().setSeed(9);
    expect(state()).toMatchObject({ seed: 9, phase: 'ready', branches: [] });
    await state().setWorkload(3, 50);
    const { trace } = await playToEnd(store, ticker);
    expect(trace.at(-1)).toMatchObject({ sagas: { completed: 3 } });
    await state().open({ ...order, id: 'other' });
    expect(state()).toMatchObject({ scenario: { id: 'other' }, seed: 9, phase: 'ready', canUndo: false });
  });
});
