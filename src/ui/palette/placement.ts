/** Which failure may sit where, and why not. */
import { placeOf } from '#session/failure-kinds.ts';
import type { FailureKind } from '#session/failure-kinds.ts';
import type { FailurePoint, FailureTarget } from '#trace/records.ts';
import type { Scenario } from '../kit/scenario.ts';

export type Refusal = 'no-compensation' | 'retriable' | 'only-steps' | 'only-actions' | 'only-compensations' | 'only-services' | 'only-read-side' | 'nowhere';
export type Placement = { readonly ok: true; readonly target: FailureTarget } | { readonly ok: false; readonly reason: Refusal };
const no = (reason: Refusal): Placement => ({ ok: false, reason });

/** Why a kind may not sit on a process, or on a step: where it goes instead. */
const goesOnto = ({ attachesTo }: FailureKind): Refusal => {
  const action = attachesTo.includes('action');
  const compensation = attachesTo.includes('compensation');
  if (action || compensation) return action && compensation ? 'only-steps' : action ? 'only-actions' : 'only-compensations';
  return attachesTo.includes('service') ? 'only-services' : 'only-read-side';
};

/**
 * Where `kind` ends up when it is let go over `target`: a failure of compensations that meets an action goes to the action's compensation,
 * one of services that meets a step goes to the step's service.
 */
export function placementOf(kind: FailureKind, target: FailureTarget, steps: Scenario['saga']['steps']): Placement {
  const { attachesTo } = kind;
  if ('process' in target) return attachesTo.includes(placeOf(target.process)) ? { ok: true, target } : no(goesOnto(kind));
  const step = steps.find(({ id }) => id === target.step);
  if (!step) return no('nowhere');
  if (!attachesTo.includes('action') && !attachesTo.includes('compensation')) {
    return attachesTo.includes('service') ? { ok: true, target: { process: step.service } } : no(goesOnto(kind));
  }
  const phase = attachesTo.includes(target.phase) ? target.phase : target.phase === 'action' ? 'compensation' : null;
  if (phase === null) return no('only-actions');
  if (phase === 'compensation' && !step.compensation) return no('no-compensation');
  if (step.kind === 'retriable' && !kind.onRetriable) return no('retriable');
  return { ok: true, target: { step: step.id, phase } };
}

/** A new failure point as the kind's entry describes it. */
export const newPoint = (kind: FailureKind, target: FailureTarget): Omit<FailurePoint, 'id'> => ({
  kind: kind.id, target, occurrence: kind.occurrence, params: Object.fromEntries(kind.params.map(({ id, initial }) => [id, initial])),
});

/** As text, for `data-drop` attributes: `process-payment`, `process-payment.compensation`, `process:orders`. */
export const targetKey = (target: FailureTarget): string =>
  'process' in target ? `process:${target.process}` : target.phase === 'action' ? target.step : `${target.step}.compensation`;

export function targetOf(key: string): FailureTarget {
  if (key.startsWith('process:')) return { process: key.slice('process:'.length) };
  return key.endsWith('.compensation') ? { step: key.slice(0, -'.compensation'.length), phase: 'compensation' } : { step: key, phase: 'action' };
}

export const sameTarget = (a: FailureTarget, b: FailureTarget): boolean => targetKey(a) === targetKey(b);

/** Kinds that differ only in their moment; a point may change from one to the other. */
const MOMENTS: readonly (readonly string[])[] = [['crash-before-commit', 'crash-after-commit'], ['lost-request', 'lost-reply'], ['delay-request', 'delay'], ['duplicate-delivery', 'duplicate-reply']];
export const momentsOf = (kind: string): readonly string[] => MOMENTS.find((group) => group.includes(kind)) ?? [];
