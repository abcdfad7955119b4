import { describe, expect, test } from 'vitest';
import { runToEnd } from '#kernel/run.ts';
import { given, point } from '#explorer/saga-spec.ts';
import { replay, runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import { settingOf, strikesOf } from './causes-faults.ts';
import { attemptInRound, sagaLog } from './changes-saga.ts';
import { struckAt } from './flow.ts';
import { narrate } from './narration.ts';
import { followedSaga } from './sagas.ts';

const every = { mode: 'every' } as const;
const noOrder = point('business-rejection', 'create-order');
const refundDown = point('compensation-failure', 'process-payment.compensation', every);
const stuck = given(order).when(noOrder, refundDown);

describe('the saga log', () => {
  test('says of each entry which phase it speaks of: a failed refund is not a failed payment', () => {
    const { trace } = stuck.run();
    const told = sagaLog(trace, 'saga-1', trace.length).map(({ type, step, phase }) => `${type} ${step}/${phase}`);
    expect(told.slice(0, 6)).toEqual([
      'started reserve-inventory/action', 'committed reserve-inventory/action', 'committed process-payment/action', 'failed create-order/action',
      'retry process-payment/compensation', 'sent-again process-payment/compensation',
    ]);
    expect(told.at(-1)).toBe('stuck process-payment/compensation');
  });

  test('is told in the same phase', () => {
    const { trace } = stuck.run();
    const retries = trace.map(narrate).filter((told) => told?.key === 'retry').map((told) => told!.params);
    expect(retries[0]).toMatchObject({ step: 'process-payment', phase: 'compensation' });
  });

  test('gives an entry the attempt it speaks of, not that of the step which comes next', () => {
    const { trace } = given(order).when(point('transient-error', 'process-payment')).run();
    expect(sagaLog(trace, 'saga-1', trace.length).filter(({ step }) => step === 'process-payment').map(({ type, attempt }) => `${type} ${attempt}`))
      .toEqual(['retry 1', 'sent-again 2', 'committed 2']);
  });

  test('counts attempts anew after a retry by hand, as the card and the banner do', () => {
    const { trace } = stuck.thenDo({ type: 'resolve', saga: 'saga-1', choice: 'retry', reason: '' }).run();
    const log = sagaLog(trace, 'saga-1', trace.length);
    const inRound = (type: string): readonly number[] => log.filter((entry) => entry.type === type).map(({ step, phase, attempt }) => attemptInRound(log, step, phase, attempt));
    expect(inRound('stuck')).toEqual([4, 4]);
    expect(inRound('retried-by-hand')).toEqual([1]);
    expect(log.at(-1)!.attempt).toBe(8);
    const saga = followedSaga(trace, trace.length, null)!;
    expect(saga.attempt - saga.spent).toBe(4);
  });
});

test('a failure point that was changed after it struck has not struck as it is set now', () => {
  const compiled = compileScenario(order);
  const first = point('transient-error', 'process-payment');
  const whole = runLocally(compiled, 7, [first]).world.trace;
  const struck = strikesOf(whole, first.id, whole.length)[0]!;
  const { world, hosts } = replay(compiled, 7, [first], [], struck + 1);
  world.apply({ type: 'change-failure-point', point: { ...first, occurrence: { mode: 'nth', n: 2 } } }, world.now);
  const set = world.trace.length - 1;
  expect([struckAt(world.trace, set, first.id), struckAt(world.trace, set + 1, first.id)]).toEqual([1, 0]);
  expect([settingOf(world.trace, first.id, set), settingOf(world.trace, first.id, set + 1)]).toEqual([null, set]);
  runToEnd(world, hosts);
  expect(struckAt(world.trace, world.trace.length, first.id)).toBe(1);
  expect(strikesOf(world.trace, first.id, world.trace.length)).toHaveLength(2);
});
