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

const replaced = (list: readonly StepStatus[], index: number, status: StepStatus): StepStatus[] => {
  const copy = list.slice();
  copy[index] = status;
  return copy;
};

/** The saga with the status of its current step, in its current phase. A query leaves the action's status as it is. */
export const marked = (saga: SagaRow, status: StepStatus): SagaRow =>
  saga.phase === 'compensation'
    ? { ...saga, compensations: replaced(saga.compensations, saga.cursor, status) }
    : { ...saga, actions: replaced(saga.actions, saga.cursor, status) };

/** The saga about to do `phase` of step `cursor`, first attempt. */
export const turnedTo = (saga: SagaRow, cursor: number, phase: Phase, status: SagaStatus): SagaRow => {
  const next: SagaRow = { ...saga, cursor, phase, attempt: 1, spent: 0, status };
  if (phase === 'action') return { ...next, actions: replaced(saga.actions, cursor, 'running') };
  if (phase === 'compensation') return { ...next, compensations: replaced(saga.compensations, cursor, 'compensating') };
  return next;
};

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

/** Compensations that a saga which turns back does not need, because their step definitely aborted (D2). */
export function withSkipped(saga: SagaRow, steps: readonly SagaStep[]): SagaRow {
  const compensations = saga.compensations.map((status, index) =>
    status === 'idle' && steps[index]!.compensation !== null && saga.actions[index] === 'failed' ? 'skipped' : status);
  return { ...saga, compensations };
}
