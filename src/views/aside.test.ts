import { expect, test } from 'vitest';
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { withMessaging } from '#scenarios/messaging.ts';
import { order } from '#scenarios/presets/order.ts';
import type { FailurePoint } from '#trace/records.ts';
import { deadLettersAt } from './dead-letters.ts';
import { stuckSagas } from './stuck.ts';

const point = (kind: string, target: FailurePoint['target'], mode: 'first' | 'every' = 'first'): FailurePoint => ({ id: kind, kind, target, occurrence: { mode }, params: {} });

test('a poison event is put aside by the view that met it, from then on', () => {
  const { trace } = runLocally(compileScenario(order), 7, [point('poison-event', { process: 'projector' })]).world;
  const all = order.projections.map(({ id }) => deadLettersAt(trace, trace.length, id));
  expect(all.flat()).toMatchObject([{ position: 1, type: 'InventoryReserved', reason: 'poison-event' }]);
  expect(order.projections.flatMap(({ id }) => deadLettersAt(trace, 2, id))).toEqual([]);
});

test('an event lost by a dual write is missed by every view, which does not know its type (D28)', () => {
  const scenario = withMessaging(order, 'payments', { inbox: true, outbox: false });
  const { trace } = runLocally(compileScenario(scenario), 7, [point('crash-after-commit', { step: 'process-payment', phase: 'action' })]).world;
  for (const { id } of order.projections) expect(deadLettersAt(trace, trace.length, id)).toMatchObject([{ position: 2, type: null, reason: 'lost' }]);
});

test('every saga that waits for a person is on the list, since when it was stuck (D13)', () => {
  const scenario = { ...order, workload: { ...order.workload, count: 3 } };
  const { trace } = runLocally(compileScenario(scenario), 7, [point('business-rejection', { step: 'create-order', phase: 'action' }, 'every'), point('compensation-failure', { step: 'process-payment', phase: 'compensation' }, 'every')]).world;
  const stuck = stuckSagas(trace, trace.length);
  expect(stuck.map(({ saga }) => [saga.id, saga.reason, saga.phase])).toEqual([1, 2, 3].map((n) => [`saga-${n}`, 'business-rejection', 'compensation']));
  for (const { saga, since } of stuck) expect(since).toBeGreaterThan(saga.startedAt);
  expect(stuckSagas(trace, 5)).toEqual([]);
});
