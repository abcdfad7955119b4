import { expect, test } from 'vitest';
import { failureKind } from '#session/failure-kinds.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import { placementOf, targetKey, targetOf } from './placement.ts';

const order = PRESETS['order']!.saga.steps;
const checkout = PRESETS['checkout']!.saga.steps;

test('a compensation failure let go over an action goes to its compensation, and is refused where there is none', () => {
  const kind = failureKind('compensation-failure')!;
  expect(placementOf(kind, { step: 'process-payment', phase: 'action' }, order)).toEqual({ ok: true, target: { step: 'process-payment', phase: 'compensation' } });
  expect(placementOf(kind, { step: 'create-order', phase: 'action' }, order)).toEqual({ ok: false, reason: 'no-compensation' });
  expect(placementOf(kind, { process: 'orders' }, order)).toEqual({ ok: false, reason: 'only-compensations' });
});

test('a business rejection goes onto actions that may fail, not onto retriable steps or compensations (D12)', () => {
  const kind = failureKind('business-rejection')!;
  expect(placementOf(kind, { step: 'create-order', phase: 'action' }, order).ok).toBe(true);
  expect(placementOf(kind, { step: 'award-points', phase: 'action' }, checkout)).toEqual({ ok: false, reason: 'retriable' });
  expect(placementOf(kind, { step: 'process-payment', phase: 'compensation' }, order)).toEqual({ ok: false, reason: 'only-actions' });
});

test('a crash goes onto a process', () => {
  expect(placementOf(failureKind('crash-after-commit')!, { process: 'orchestrator' }, order)).toEqual({ ok: true, target: { process: 'orchestrator' } });
});

test('a target survives its text form', () => {
  for (const key of ['process-payment', 'process-payment.compensation', 'process:orchestrator']) expect(targetKey(targetOf(key))).toBe(key);
});
