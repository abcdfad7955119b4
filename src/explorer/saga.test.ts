import { describe, expect, test } from 'vitest';
import { checkout } from '#scenarios/presets/checkout.ts';
import { order } from '#scenarios/presets/order.ts';
import { misplacedStep } from '#patterns/saga/definition.ts';
import { given, point } from './saga-spec.ts';

const every = { mode: 'every' } as const;
const one = { ...order, workload: { ...order.workload, count: 1 } };
const oneCheckout = { ...checkout, workload: { ...checkout.workload, count: 1 } };

describe('backward recovery', () => {
  test('a saga that nothing disturbs is T1..Tn (D1)', () => {
    const run = given(one).run();
    expect(run.eventTypes).toEqual(['InventoryReserved', 'PaymentProcessed', 'OrderCreated']);
    expect(run.outcome).toBe('completed');
  });

  test('a saga that turns back is T1..Tj, Cj..C1 (D1)', () => {
    const run = given(one).when(point('business-rejection', 'create-order')).run();
    expect(run.eventTypes).toEqual(['InventoryReserved', 'PaymentProcessed', 'OrderRejected', 'PaymentRefunded', 'InventoryReleased']);
    expect(run.outcome).toBe('compensated');
  });

  test('a step that definitely aborted is not compensated (D2)', () => {
    const run = given(one).when(point('business-rejection', 'process-payment')).run();
    expect(run.eventTypes).toEqual(['InventoryReserved', 'PaymentRejected', 'InventoryReleased']);
    expect(run.attempts.some((attempt) => attempt.startsWith('refund-payment'))).toBe(false);
    expect(run.saga().compensations).toEqual(['compensated', 'skipped', 'idle']);
    expect(run.row('inventory', 'stock', 'book')).toMatchObject({ available: 10, reserved: 0 });
  });

  test('a step whose retries all failed definitely is not compensated either (D2)', () => {
    const run = given(one).when(point('transient-error', 'process-payment', every)).run();
    expect(run.attempts).toEqual([
      'reserve-inventory#1:handled', 'process-payment#1:transient', 'process-payment#2:transient', 'process-payment#3:transient', 'release-inventory#1:handled',
    ]);
  });

  test('C(j-1) starts only after Cj has completed (D4)', () => {
    const run = given(one).when(point('business-rejection', 'create-order'), point('transient-error', 'process-payment.compensation', { mode: 'first-n', n: 2 })).run();
    expect(run.attempts.slice(3)).toEqual([
      'refund-payment#1:transient', 'refund-payment#2:transient', 'refund-payment#3:handled', 'release-inventory#1:handled',
    ]);
  });

  test('a compensation appends new facts to the streams; the events of the step stay (D5)', () => {
    const run = given(one).when(point('business-rejection', 'create-order')).run();
    const payment = run.events.filter(({ stream }) => stream === 'payment-order-1').map(({ version, type }) => `${version} ${type}`);
    expect(payment).toEqual(['1 PaymentProcessed', '2 PaymentRefunded']);
  });

  test("a compensation leaves another saga's update standing (D6)", () => {
    const two = { ...order, workload: { count: 2, interval: 60, requests: [order.workload.requests[0]!, order.workload.requests[0]!] } };
    const run = given(two).when(point('business-rejection', 'create-order')).run();
    expect(run.ended.sagas).toEqual({ compensated: 1, completed: 1 });
    expect(run.row('payments', 'accounts', 'ana')).toEqual({ id: 'ana', balance: 200 - 65 });
    expect(run.row('inventory', 'stock', 'book')).toMatchObject({ available: 8, reserved: 2 });
  });

  test('a check without effects needs no compensation (D7)', () => {
    const run = given(oneCheckout).when(point('business-rejection', 'reserve-inventory')).run();
    expect(run.outcome).toBe('compensated');
    expect(run.attempts).toEqual(['verify-customer#1:handled', 'reserve-inventory#1:rejected']);
  });
});

describe('unknown outcomes', () => {
  test('a lost reply is retried with the same key, and takes effect once (D3)', () => {
    const run = given(one).when(point('lost-reply', 'process-payment')).run();
    expect(run.attempts).toEqual(['reserve-inventory#1:handled', 'process-payment#1:handled', 'process-payment#2:duplicate', 'create-order#1:handled']);
    const keys = [...run.messages.values()].filter(({ type }) => type === 'process-payment').map(({ key }) => key);
    expect(new Set(keys).size).toBe(1);
    expect(run.row('payments', 'accounts', 'ana')).toMatchObject({ balance: 135 });
  });

  test('a step whose outcome stays unknown is compensated, in case it happened (D3)', () => {
    const run = given(one).when(point('lost-reply', 'process-payment', every)).run();
    expect(run.outcome).toBe('compensated');
    expect(run.eventTypes).toEqual(['InventoryReserved', 'PaymentProcessed', 'PaymentRefunded', 'InventoryReleased']);
    expect(run.brokenInvariants).toEqual([]);
  });

  test('a pivot whose outcome stays unknown is asked for: it happened, so the saga completes (D3, D11)', () => {
    const run = given(one).when(point('lost-reply', 'create-order', every)).run();
    expect(run.outcome).toBe('completed');
    expect(run.attempts.at(-1)).toBe('create-order#1:handled');
    expect(run.eventTypes).toEqual(['InventoryReserved', 'PaymentProcessed', 'OrderCreated']);
  });

  test('a pivot that never arrived is asked for, and can then never happen: the saga turns back (D3, D15)', () => {
    const run = given(one).when(point('lost-request', 'create-order', every)).run();
    expect(run.outcome).toBe('compensated');
    expect(run.row('orders', 'inbox', 'saga-1/create-order/action')).toMatchObject({ result: 'cancelled' });
  });

  test('a compensation that arrives before its step is a recorded no-op (D14)', () => {
    const run = given(one).when(point('lost-request', 'process-payment', every)).run();
    expect(run.attempts).toContain('refund-payment#1:null-compensation');
    expect(run.eventTypes).toEqual(['InventoryReserved', 'InventoryReleased']);
    expect(run.row('payments', 'inbox', 'saga-1/process-payment/compensation')).toMatchObject({ result: 'ok', reason: 'null-compensation' });
  });

  test('a step that comes after its null compensation is refused (D15)', () => {
    const late = { ...one, saga: { ...one.saga, retry: { attempts: 1, backOff: 0, factor: 1 } } };
    const run = given(late).when(
      point('duplicate-delivery', 'process-payment', every, { copies: 1, delay: 3000 }), point('crash-before-commit', 'process-payment', { mode: 'first' }, { restart: 100 }),
    ).run();
    expect(run.attempts).toEqual(expect.arrayContaining(['refund-payment#1:null-compensation', 'process-payment#1:refused-late']));
    expect(run.eventTypes).not.toContain('PaymentProcessed');
    expect(run.brokenInvariants).toEqual([]);
  });
});

describe('forward recovery', () => {
  test.each(['crash-before-commit', 'crash-after-commit'])('the orchestrator after a %s at any transition goes on from its log and re-runs nothing (D8, D9)', (kind) => {
    for (let n = 1; n <= 7; n += 1) {
      const run = given(oneCheckout).when(point(kind, ':orchestrator', { mode: 'nth', n })).run();
      expect([n, run.outcome]).toEqual([n, 'completed']);
      expect(run.eventTypes).toEqual(given(oneCheckout).run().eventTypes);
      expect(run.attempts.filter((attempt) => !/:(handled|duplicate)$/.test(attempt))).toEqual([]);
      expect(run.attempts.some((attempt) => attempt.startsWith('release'))).toBe(false);
    }
  });

  test('a service after a crash answers from its database, without a second effect (D8)', () => {
    const run = given(one).when(point('crash-after-commit', 'process-payment')).run();
    expect(run.outcome).toBe('completed');
    expect(run.eventTypes).toEqual(['InventoryReserved', 'PaymentProcessed', 'OrderCreated']);
  });
});

describe('order of the steps', () => {
  const step = (id: string, kind: 'compensatable' | 'pivot' | 'retriable') => ({ id, kind });
  test('compensatable*, pivot?, retriable* is accepted, anything else names the step (D10)', () => {
    expect(misplacedStep([step('a', 'compensatable'), step('b', 'pivot'), step('c', 'retriable')])).toBeNull();
    expect(misplacedStep([step('a', 'retriable'), step('b', 'compensatable')])).toBe('b');
    expect(misplacedStep([step('a', 'pivot'), step('b', 'pivot')])).toBe('b');
    expect(misplacedStep([step('a', 'retriable'), step('b', 'pivot')])).toBe('b');
  });

  test('a failure at the pivot compensates (D11)', () => {
    const run = given(oneCheckout).when(point('business-rejection', 'capture-payment')).run();
    expect(run.outcome).toBe('compensated');
    expect(run.eventTypes).toEqual(['InventoryReserved', 'OrderCreated', 'PaymentRejected', 'OrderCancelled', 'InventoryReleased']);
  });

  test('after the pivot nothing is compensated, whatever fails (D11, D12)', () => {
    const run = given(oneCheckout).when(point('transient-error', 'confirm-order', { mode: 'first-n', n: 9 }), point('lost-reply', 'award-points', { mode: 'first-n', n: 5 })).run();
    expect(run.outcome).toBe('completed');
    expect(run.saga().compensations.every((status) => status === 'idle')).toBe(true);
  });

  test('a retriable step does not fail for business reasons (D12)', () => {
    const run = given(oneCheckout).when(point('business-rejection', 'confirm-order', every)).run();
    expect(run.outcome).toBe('completed');
  });
});

describe('a compensation that fails', () => {
  const refundDown = point('compensation-failure', 'process-payment.compensation', every);
  const noOrder = point('business-rejection', 'create-order');

  test('is retried, and ends in need of intervention, never as compensated (D13)', () => {
    const run = given(one).when(noOrder, refundDown).run();
    expect(run.attempts.filter((attempt) => attempt.startsWith('refund'))).toHaveLength(order.saga.compensationRetry.attempts);
    expect(run.outcome).toBe('stuck');
    expect(run.saga().compensations).toEqual(['idle', 'stuck', 'idle']);
    expect(run.eventTypes).not.toContain('InventoryReleased');
  });

  test('succeeds when a person retries it after the cause is gone (D13)', () => {
    const run = given(one).when(noOrder, refundDown)
      .thenDo({ type: 'remove-failure-point', id: refundDown.id })
      .thenDo({ type: 'resolve', saga: 'saga-1', choice: 'retry', reason: 'bank is back' }).run();
    expect(run.outcome).toBe('compensated');
    expect(run.eventTypes.slice(-2)).toEqual(['PaymentRefunded', 'InventoryReleased']);
  });

  test.each(['skip', 'mark-resolved'] as const)('that a person answers with %s goes on, and the saga ends as resolved, not compensated (D13)', (choice) => {
    const run = given(one).when(noOrder, refundDown).thenDo({ type: 'resolve', saga: 'saga-1', choice, reason: 'paid back in cash' }).run();
    expect(run.outcome).toBe('resolved');
    expect(run.eventTypes.at(-1)).toBe('InventoryReleased');
    expect(run.rows('orchestrator', 'saga_log').some(({ note }) => note === 'paid back in cash')).toBe(true);
  });
});

test("a person's decision about a pivot that cannot be asked is in the saga log by its name (D13)", () => {
  const silent = [point('lost-reply', 'create-order', every), point('partition', ':orders', every, { from: 500, until: 3_000_000, direction: 0 })];
  const run = given(one).when(...silent).thenDo({ type: 'resolve', saga: 'saga-1', choice: 'skip', reason: 'no order there' }).run();
  expect(run.rows('orchestrator', 'saga_log').map(({ type }) => type)).toContain('skipped-by-hand');
  expect(run.outcome).toBe('resolved');
});

describe('coordination', () => {
  test('the orchestrator sends commands; services only reply to it (D25)', () => {
    const run = given(checkout).when(point('business-rejection', 'capture-payment'), point('crash-before-commit', ':projector'), point('crash-after-commit', ':inventory')).run();
    for (const { from, to, kind } of run.messages.values()) {
      if (kind === 'command' && from !== 'client') expect(from).toBe('orchestrator');
      if (kind === 'reply') expect(to).toBe('orchestrator');
    }
  });

  test('the correlation id and the chain of causation ids lead from every event back to the order (D32)', () => {
    const run = given(checkout).when(point('business-rejection', 'capture-payment')).run();
    const { messages } = run;
    for (const event of run.events) {
      let message = messages.get(event.causation)!;
      while (message.causation !== 0) {
        expect(message.saga).toBe(event.correlation);
        message = messages.get(message.causation)!;
      }
      expect(message.type).toBe('start-saga');
    }
  });
});
