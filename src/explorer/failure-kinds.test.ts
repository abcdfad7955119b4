/** One test for each failure kind beyond those of sagas: what a correct saga makes of it. */
import { describe, expect, test } from 'vitest';
import { checkout } from '#scenarios/presets/checkout.ts';
import { order } from '#scenarios/presets/order.ts';
import { given, point } from './saga-spec.ts';
import type { SagaResult } from './saga-spec.ts';

const every = { mode: 'every' } as const;
const HAPPY = ['InventoryReserved', 'PaymentProcessed', 'OrderCreated'];

/** Nothing lost, nothing twice, the read side where the log is. */
function unharmed(result: SagaResult, types: readonly string[] = HAPPY): void {
  expect(result.outcome).toBe('completed');
  expect(result.eventTypes).toEqual(types);
  expect(result.brokenInvariants).toEqual([]);
  for (const { id } of order.projections) expect(result.row('projector', 'checkpoints', id)).toMatchObject({ position: types.length });
}

describe('messages', () => {
  test('a late request is overtaken by its retry, and has one effect (D30)', () => {
    const run = given(order).when(point('delay-request', 'process-payment', { mode: 'first' }, { ms: 900 })).run();
    unharmed(run);
    expect(run.attempts.filter((attempt) => attempt.startsWith('process-payment'))).toEqual(['process-payment#2:handled', 'process-payment#1:duplicate']);
  });

  test('a duplicate reply is taken once', () => {
    const run = given(order).when(point('duplicate-reply', 'process-payment', { mode: 'first' }, { copies: 3, delay: 10 })).run();
    unharmed(run);
    expect(run.transitions.filter(({ participant, note }) => participant === 'orchestrator' && note === 'discarded')).toHaveLength(3);
  });

  test('a duplicate event changes no view twice (D40)', () => {
    const run = given(order).when(point('duplicate-event', ':inventory', every, { copies: 2, delay: 30 })).run();
    unharmed(run);
    expect(run.row('projector', 'stock', 'book')).toMatchObject({ available: 8, reserved: 2 });
    expect(run.transitions.filter(({ note }) => note === 'duplicate').length).toBeGreaterThanOrEqual(6);
  });

  test('events that overtake each other wait for their turn (D31, D40)', () => {
    const run = given({ ...checkout, workload: { ...checkout.workload, count: 4 } }).when(point('reordering', ':projector', every, { window: 1800 })).run();
    expect(run.transitions.some(({ note }) => note === 'waiting')).toBe(true);
    expect(run.row('projector', 'checkpoints', 'stock')).toMatchObject({ position: run.events.length });
  });

  test('a partition loses requests and replies, and keeps events until it is over; no double effect', () => {
    for (const direction of [0, 1, 2]) {
      const run = given(order).when(point('partition', ':payments', every, { from: 300, until: 1400, direction })).run();
      unharmed(run);
      expect([...run.messages.values()].some(({ lost }) => lost === 'partition')).toBe(true);
    }
  });
});

describe('databases', () => {
  test.each(['database-error', 'disk-full'])('a %s leaves nothing half applied: the message comes again (D28)', (kind) => {
    for (const where of ['process-payment', ':payments', ':orchestrator', ':projector']) {
      const run = given(order).when(point(kind, where, { mode: 'first-n', n: 2 })).run();
      unharmed(run);
      const aborted = run.transitions.filter(({ note }) => note === kind);
      expect(aborted).toHaveLength(2);
      expect(aborted.every(({ commit, sends }) => commit === null && sends.length === 0)).toBe(true);
    }
  });

  test('a database that never has room ends the run by its budget, not as done (D44)', () => {
    expect(given(order).when(point('disk-full', 'process-payment', every)).run().outcome).not.toBe('completed');
  });

  test('a concurrency conflict: the stale append is refused, the decision is made again (D34)', () => {
    const run = given(order).when(point('concurrency-conflict', 'create-order')).run();
    unharmed(run);
    expect(run.attempts.slice(-2)).toEqual(['create-order#1:concurrency-conflict', 'create-order#1:handled']);
  });
});

describe('processes', () => {
  test('a relay that dies after publishing and before marking repeats the event, and loses none (D29)', () => {
    const run = given(order).when(point('relay-crash', ':inventory')).run();
    unharmed(run);
    const published = [...run.messages.values()].filter(({ type, to }) => type === 'InventoryReserved' && to === 'projection:stock');
    expect(published.length).toBeGreaterThan(1);
  });

  test.each(['process-payment', ':orders', ':orchestrator', ':projector'])('power loss while %s is busy: everything resumes from its database (D46)', (where) => {
    const run = given(order).when(point('power-loss', where)).run();
    unharmed(run);
    const crashed = run.trace.flatMap((record) => (record.kind === 'crashed' ? [`${record.process} ${record.cause}`] : []));
    expect(crashed.filter((each) => each.endsWith(' power-loss'))).toHaveLength(6);
  });
});

describe('the read side', () => {
  test('a projection whose source is down when it asks goes on asking: the last event arrives too (D41)', () => {
    const nth = (n: number) => ({ mode: 'nth', n }) as const;
    for (let a = 1; a <= 6; a += 1) {
      for (let b = 1; b <= 6; b += 1) {
        for (const service of ['inventory', 'payments', 'orders']) {
          unharmed(given(order).when(point('crash-before-commit', ':projector', nth(a)), point('crash-before-commit', `:${service}`, nth(b))).run());
        }
      }
    }
  });

  test('a projection that lags shows an older state that was once valid, and catches up (D42)', () => {
    const run = given(order).when(point('projector-lag', ':projector', every, { ms: 5000 })).run();
    unharmed(run);
    expect(run.ended.at).toBeGreaterThan(5000);
  });

  test('a poison event goes to the dead letters of the view that met it; the others, and the events after it, go on', () => {
    const run = given(order).when(point('poison-event', ':projector')).run();
    unharmed(run);
    const letters = run.rows('projector', 'dead_letters');
    expect(letters).toMatchObject([{ position: 1, type: 'InventoryReserved', reason: 'poison-event' }]);
  });

  test('an event that is missing is asked for again (D41)', () => {
    const run = given(order).when(point('reordering', ':inventory', every, { window: 1 }), point('projector-lag', ':projector', { mode: 'first' }, { ms: 4000 })).run();
    unharmed(run);
    expect(run.transitions.some(({ note }) => note === 'asked-again')).toBe(true);
    expect(run.transitions.some(({ note }) => note === 'caught-up')).toBe(true);
  });
});
