/** A saga's durable state, one immutable row a saga, and the small changes that it goes through. */
import type { Envelope, Phase, Row, SagaRow, SagaStatus, StepStatus } from '#trace/records.ts';
import type { SagaStep } from './definition.ts';

export const started = (id: string, request: Row, steps: readonly SagaStep[], now: number): SagaRow => ({
  id, status: 'running', cursor: 0, phase: 'action', attempt: 1, spent: 0,
  actions: steps.map((_, index) => (index === 0 ? 'running' : 'idle')),
  compensations: steps.map(() => 'idle'),
  reason: null, byHand: false, startedAt: now, endedAt: null, logged: 0, request,
});

export const isOver = (saga: SagaRow): boolean => saga.status === 'completed' || saga.status === 'compensated' || saga.status === 'resolved';

/** True when the reply speaks of what the saga is doing now. Anything else comes late, or twice, and changes nothing. */
export const concerns = (saga: SagaRow, reply: Envelope, steps: readonly SagaStep[]): boolean =>
  !isOver(saga) && reply.step === steps[saga.cursor]!.id && reply.phase === saga.phase;

/** A saga's row while a rule works on it. */
export type Draft = { -readonly [field in keyof SagaRow]: SagaRow[field] };

/** A fresh row to work on. Field by field, since a spread costs forty times as much and this happens at every message. */
export const draftOf = (saga: SagaRow): Draft => ({
  id: saga.id, status: saga.status, cursor: saga.cursor, phase: saga.phase, attempt: saga.attempt, spent: saga.spent, actions: saga.actions,
  compensations: saga.compensations, reason: saga.reason, byHand: saga.byHand, startedAt: saga.startedAt, endedAt: saga.endedAt, logged: saga.logged,
  request: saga.request,
});

const replaced = (list: readonly StepStatus[], index: number, status: StepStatus): readonly StepStatus[] => {
  const copy = list.slice();
  copy[index] = status;
  return copy;
};

/** Gives the current step, in its current phase, a status. A query leaves its mark on the action. */
export function mark(saga: Draft, status: StepStatus): void {
  if (saga.phase === 'compensation') saga.compensations = replaced(saga.compensations, saga.cursor, status);
  else saga.actions = replaced(saga.actions, saga.cursor, status);
}

/** Turns the saga to `phase` of step `cursor`, first attempt. */
export function turnTo(saga: Draft, cursor: number, phase: Phase, status: SagaStatus): void {
  saga.cursor = cursor;
  saga.phase = phase;
  saga.attempt = 1;
  saga.spent = 0;
  saga.status = status;
  if (phase === 'action') mark(saga, 'running');
  if (phase === 'compensation') mark(saga, 'compensating');
}

/**
 * The step to compensate next, going back from `from`: the nearest whose action committed, or may have (D2, D3), and has a
 * compensation. -1 when there is none left.
 */
export function nextToCompensate(saga: SagaRow, steps: readonly SagaStep[], from: number): number {
  for (let index = from; index >= 0; index -= 1) {
    const action = saga.actions[index]!;
    if (steps[index]!.compensation !== null && (action === 'committed' || action === 'unknown')) return index;
  }
  return -1;
}

/** Marks the compensations that a saga which turns back does not need, because their step definitely aborted (D2). */
export function skipNeedless(saga: Draft, steps: readonly SagaStep[]): void {
  saga.compensations = saga.compensations.map((status, index) =>
    status === 'idle' && steps[index]!.compensation !== null && saga.actions[index] === 'failed' ? 'skipped' : status);
}
