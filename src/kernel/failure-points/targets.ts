/** Where a failure kind can sit in a saga. */
import type { FailureTarget, Plan } from '#trace/records.ts';
import { placeOf } from './kind.ts';
import type { FailureKind } from './kind.ts';

/** Every target that the kind attaches to: steps in their order, then processes. */
export function targetsOf(kind: FailureKind, plan: Plan): readonly FailureTarget[] {
  const targets: FailureTarget[] = [];
  for (const step of plan.steps) {
    if (step.kind === 'retriable' && !kind.onRetriable) continue;
    if (kind.attachesTo.includes('action')) targets.push({ step: step.id, phase: 'action' });
    if (kind.attachesTo.includes('compensation') && step.compensation) targets.push({ step: step.id, phase: 'compensation' });
  }
  for (const process of ['orchestrator', 'projector', ...plan.services.map(({ id }) => id)]) {
    if (kind.attachesTo.includes(placeOf(process))) targets.push({ process });
  }
  return targets;
}
