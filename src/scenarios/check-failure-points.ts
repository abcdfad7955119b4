/** Whether a failure point can sit where it is put. Used for documents, links, run files and the command line. */
import { placeOf } from '#kernel/failure-points/kind.ts';
import { FAILURE_KINDS, failureKind } from '#kernel/failure-points/registry.ts';
import type { FailurePoint } from '#trace/records.ts';
import type { ScenarioDocument } from './document.ts';
import { clip, problem } from './problems.ts';
import type { Path, Problem } from './problems.ts';

export const MOST_FAILURE_POINTS = 200;

/** What can crash as one in a scenario. */
export const processIds = ({ services }: Pick<ScenarioDocument, 'services'>): readonly string[] => ['orchestrator', 'projector', ...services.map(({ id }) => id)];

export function failurePointProblems(point: FailurePoint, document: Pick<ScenarioDocument, 'services' | 'saga'>, at: Path): readonly Problem[] {
  const kind = failureKind(point.kind);
  if (!kind) return [problem('unknown-failure-kind', [...at, 'kind'], { kind: clip(point.kind), known: FAILURE_KINDS.map(({ id }) => id).join(', ') })];
  const params = Object.entries(point.params).flatMap(([name, value]) => {
    const parameter = kind.params.find(({ id }) => id === name);
    if (!parameter) return [problem('unknown-parameter', [...at, 'params', name], { name: clip(name), kind: kind.id, known: kind.params.map(({ id }) => id).join(', ') })];
    return numberProblems(value, parameter.min, parameter.max, [...at, 'params', name]);
  });
  return [...params, ...targetProblems(point, document, at)];
}

function numberProblems(value: number, least: number, most: number, at: Path): readonly Problem[] {
  if (!Number.isInteger(value)) return [problem('not-integer', at, { found: value })];
  if (value < least) return [problem('too-small', at, { least, found: value })];
  return value > most ? [problem('too-large', at, { most, found: value })] : [];
}

function targetProblems({ kind: kindId, target }: FailurePoint, document: Pick<ScenarioDocument, 'services' | 'saga'>, at: Path): readonly Problem[] {
  const kind = failureKind(kindId)!;
  if ('process' in target) {
    const known = processIds(document);
    if (!known.includes(target.process)) return [problem('unknown-process', [...at, 'target', 'process'], { process: clip(target.process), known: known.join(', ') })];
    return kind.attachesTo.includes(placeOf(target.process)) ? [] : [problem('does-not-attach', [...at, 'target'], { kind: kindId, target: placeOf(target.process), attaches: kind.attachesTo.join(', ') })];
  }
  const step = document.saga.steps.find(({ id }) => id === target.step);
  if (!step) return [problem('unknown-step', [...at, 'target', 'step'], { step: clip(target.step), known: document.saga.steps.map(({ id }) => id).join(', ') })];
  // D12: a retriable step may not fail for good.
  if (step.kind === 'retriable' && !kind.onRetriable) return [problem('failure-on-retriable', [...at, 'target'], { kind: kindId, step: step.id })];
  if (!kind.attachesTo.includes(target.phase)) return [problem('does-not-attach', [...at, 'target', 'phase'], { kind: kindId, target: target.phase, attaches: kind.attachesTo.join(', ') })];
  if (target.phase === 'compensation' && !step.compensation) return [problem('failure-without-compensation', [...at, 'target'], { kind: kindId, step: step.id })];
  return [];
}
