import { expect, test } from 'vitest';
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { withMessaging } from '#scenarios/messaging.ts';
import { order } from '#scenarios/presets/order.ts';
import { brokenAt, involvedIn } from './invariants.ts';

const twice = { id: 'p', kind: 'duplicate-delivery', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} } as const;
const { trace } = runLocally(compileScenario(withMessaging(order, 'payments', { inbox: false, outbox: true })), 7, [twice]).world;

test('a duplicate without an inbox breaks an invariant, and the second payment is named as the same step again (D30, D45)', () => {
  expect(brokenAt(trace, trace.length)).toMatchObject({ place: trace.length - 1, invariants: [{ id: 'money-conserved', holds: false, left: 295, right: 360 }] });
  const involved = involvedIn(trace, trace.length, [{ service: 'payments', table: 'accounts' }, { service: 'payments', table: 'payments' }]);
  expect(involved.map(({ event, again }) => [event.type, again])).toEqual([['PaymentProcessed', false], ['PaymentProcessed', true]]);
});

test('before the end nothing is judged; at the end of a run that went well nothing is broken', () => {
  expect(brokenAt(trace, trace.length - 1)).toBeNull();
  const well = runLocally(compileScenario(order), 7, [twice]).world.trace;
  expect(brokenAt(well, well.length)).toBeNull();
});
