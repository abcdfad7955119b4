import { describe, expect, test } from 'vitest';
import { runToEnd } from '#kernel/run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import { hashTrace } from '#trace/hash.ts';
import { localRun, replay } from './local-run.ts';
import { SagaResult, given, point } from './saga-spec.ts';

const compiled = compileScenario(order);
const request = { customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 };

describe('interventions', () => {
  test('an order that a person places becomes a saga of its own, also after the run had ended', () => {
    const run = given(order).thenDo({ type: 'place-order', request }).run();
    expect(run.ended.sagas).toEqual({ completed: 2 });
    expect(run.saga('saga-2').request).toEqual({ ...request, id: 'order-2' });
  });

  test('a failure point dropped while the run goes on strikes from then on, and a replay gives the same trace (D43)', () => {
    const { world, hosts } = replay(compiled, 7, [], [], 5);
    world.apply({ type: 'add-failure-point', point: point('business-rejection', 'create-order') }, world.now);
    runToEnd(world, hosts);
    const again = replay(compiled, 7, [], world.interventions);
    expect(hashTrace(again.world.trace)).toBe(hashTrace(world.trace));
    expect(new SagaResult(again).outcome).toBe('compensated');
  });

  test('a crash by hand ends the process; it comes back and goes on from its database (D8)', () => {
    for (const process of ['orchestrator', 'inventory', 'payments', 'orders', 'projector']) {
      const whole = given(order).run();
      for (let seq = 2; seq < whole.trace.length; seq += 1) {
        const { world, hosts, databases } = replay(compiled, 7, [], [], seq);
        world.apply({ type: 'crash', process }, world.now);
        runToEnd(world, hosts);
        const result = new SagaResult({ world, hosts, databases });
        expect([process, seq, result.outcome, ...result.eventTypes]).toEqual([process, seq, 'completed', ...whole.eventTypes]);
        expect(result.row('projector', 'checkpoints', 'stock')).toMatchObject({ position: 3 });
      }
    }
  });

  test('an intervention cannot lie in the past, nor leap over the next deadline', () => {
    const { world } = localRun(compiled, 7);
    expect(() => world.apply({ type: 'crash', process: 'orders' }, world.nextAt()! + 1)).toThrow(RangeError);
    expect(() => world.apply({ type: 'crash', process: 'orders' }, -1)).toThrow(RangeError);
  });

  test('a recorded intervention that does not fit is an error, not a different run', () => {
    const { world, hosts } = replay(compiled, 7, [], [], 5);
    const late = world.apply({ type: 'place-order', request }, world.now);
    runToEnd(world, hosts);
    expect(() => replay(compiled, 7, [], [{ ...late, seq: 10_000 }])).toThrow(RangeError);
  });
});

describe('a run without end', () => {
  test('is ended by the step budget, as a livelock with its time (D44)', () => {
    const endless = { ...order, saga: { ...order.saga, retry: { attempts: 1_000_000, backOff: 10, factor: 1 } } };
    const run = given(endless).when(point('transient-error', 'process-payment', { mode: 'every' })).run();
    expect(run.outcome).toBe('livelock');
    expect(run.ended.at).toBeGreaterThan(0);
    expect(run.ended.delivered).toBe(order.limits.stepBudget);
  });

  test('goes on once a person took the cause away (D44)', () => {
    const endless = { ...order, saga: { ...order.saga, retry: { attempts: 1_000_000, backOff: 10, factor: 1 } } };
    const cause = point('transient-error', 'process-payment', { mode: 'every' });
    const run = given(endless).when(cause).thenDo({ type: 'remove-failure-point', id: cause.id }).run();
    expect(run.outcome).toBe('completed');
  });

  test('ends too when the timeout is zero: nothing can answer in time (D44)', () => {
    const run = given({ ...order, saga: { ...order.saga, timeout: 0 } }).run();
    expect(run.ended.kind).toBe('run-ended');
  });
});

test('what a person does after a livelock comes before what is still under way: the clock does not run backwards (D44)', () => {
  const endless = { ...order, saga: { ...order.saga, retry: { attempts: 1_000_000, backOff: 300, factor: 1 } } };
  const cause = point('transient-error', 'process-payment', { mode: 'every' });
  const { world, hosts } = localRun(compileScenario(endless), 7, [cause]);
  runToEnd(world, hosts);
  world.apply({ type: 'remove-failure-point', id: cause.id }, world.now + 100_000);
  runToEnd(world, hosts);
  const times = world.trace.map(({ at }) => at);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(hashTrace(replay(compileScenario(endless), 7, [cause], world.interventions).world.trace)).toBe(hashTrace(world.trace));
});

test('amounts with cents balance too (D45)', () => {
  const requests = [0.74, 1.87, 3, 4.13].map((amount) => ({ customer: 'ana', items: [{ sku: 'mug', quantity: 1 }], amount }));
  expect(given({ ...order, workload: { count: 6, interval: 50, requests } }).run().brokenInvariants).toEqual([]);
});

test('at the end of a run that needs no intervention money, stock and orders balance (D45)', () => {
  const run = given({ ...order, workload: { ...order.workload, count: 30, interval: 40 } }).run();
  expect(run.ended.sagas['completed']! + run.ended.sagas['compensated']!).toBe(30);
  expect(run.ended.invariants).toEqual(run.ended.invariants.map((invariant) => ({ ...invariant, holds: true })));
  expect(run.eventTypes).toEqual(expect.arrayContaining(['ReservationRejected', 'PaymentRejected', 'OrderCreated']));
});

test('an invariant that is broken is told, with both sides (D45)', () => {
  const leaky = { ...order, invariants: [{ id: 'nothing-reserved', name: { en: '', es: '' }, left: [{ sum: 'reserved', service: 'inventory', table: 'stock' }], right: 'initial' as const }] };
  expect(given(leaky).run().ended.invariants).toEqual([{ id: 'nothing-reserved', holds: false, left: 3, right: 0 }]);
});
