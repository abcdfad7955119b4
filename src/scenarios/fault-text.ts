/**
 * A failure point as text, for links and the command line: `process-payment:lost-reply`, `process-payment:delay:ms=800:nth=2`,
 * `process-payment.compensation:transient-error:every`, `orchestrator:crash-before-commit:nth=3`. What is not said is the kind's own
 * default. A process whose name a step has too is written `@payments`.
 */
import { FAILURE_KINDS, failureKind } from '#kernel/failure-points/registry.ts';
import type { FailureKind } from '#kernel/failure-points/kind.ts';
import type { FailurePoint, FailureTarget, Occurrence } from '#trace/records.ts';
import { failurePointProblems, MOST_FAILURE_POINTS, processIds } from './check-failure-points.ts';
import type { ScenarioDocument } from './document.ts';
import { clip, problem, refused } from './problems.ts';
import type { Checked, Problem } from './problems.ts';

type Saga = Pick<ScenarioDocument, 'services' | 'saga' | 'failurePoints'>;
interface Options { occurrence: Occurrence; readonly params: { [name: string]: number }; probability?: number; id?: string }

/**
 * Ids of failure points are part of the trace (they say which one struck), so the page, the links and the command line must give the
 * same ones: `fault-1`, `fault-2`, ..., the first that is free.
 */
export function nextFaultId(taken: readonly { readonly id: string }[]): string {
  const ids = new Set(taken.map(({ id }) => id));
  let n = 1;
  while (ids.has(`fault-${n}`)) n += 1;
  return `fault-${n}`;
}

/** Reads the failure points of a link or a command line, in their order. `place`: what stands before such a text, to name it in problems. */
export function parseFaults(texts: readonly string[], document: Saga, place: string): Checked<readonly FailurePoint[]> {
  const points: FailurePoint[] = [];
  const problems: Problem[] = [];
  const count = document.failurePoints.length + texts.length;
  if (count > MOST_FAILURE_POINTS) return refused(problem('too-many', place.trim(), { most: MOST_FAILURE_POINTS, found: count }));
  for (const text of texts) {
    const parsed = parseFault(text, document, [...document.failurePoints, ...points], `${place}${clip(text)}`);
    if (!parsed.ok) problems.push(...parsed.problems);
    else points.push(parsed.value);
  }
  return problems.length > 0 ? refused(...problems) : { ok: true, value: points };
}

/** The document with failure points added to its own: what a run with them is made from. */
export const withFaults = (document: ScenarioDocument, points: readonly FailurePoint[]): ScenarioDocument => ({ ...document, failurePoints: [...document.failurePoints, ...points] });

function parseFault(text: string, document: Saga, taken: readonly FailurePoint[], at: string): Checked<FailurePoint> {
  const [where = '', kindId = '', ...parts] = text.split(':');
  if (where === '' || kindId === '') return refused(problem('fault-incomplete', at, { found: clip(text) }));
  const kind = failureKind(kindId);
  if (!kind) return refused(problem('unknown-failure-kind', at, { kind: clip(kindId), known: FAILURE_KINDS.map(({ id }) => id).join(', ') }));
  const target = parseTarget(where, kind, document);
  if (!target) return refused(problem('unknown-step', at, { step: clip(where), known: [...document.saga.steps.map(({ id }) => id), ...processIds(document)].join(', ') }));
  const options: Options = { occurrence: kind.occurrence, params: Object.fromEntries(kind.params.map(({ id, initial }) => [id, initial])) };
  const problems = parts.flatMap((part) => readPart(part, kind, options, at));
  const { occurrence, params, probability } = options;
  const id = options.id ?? nextFaultId(taken);
  if (taken.some((other) => other.id === id)) problems.push(problem('duplicate-id', at, { id: clip(id) }));
  const point: FailurePoint = { id, kind: kind.id, target, occurrence, params, ...(probability === undefined ? {} : { probability }) };
  const all = problems.length > 0 ? problems : failurePointProblems(point, document, []).map((each) => ({ ...each, path: at }));
  return all.length > 0 ? refused(...all) : { ok: true, value: point };
}

/** A step, a step's phase, the compensation by its own name, or a process. Null: there is none of that name. */
function parseTarget(where: string, kind: FailureKind, { saga, services }: Saga): FailureTarget | null {
  const named = where.startsWith('@') ? where.slice(1) : where;
  const processes = processIds({ services });
  if (named === where) {
    const [id = '', phase] = where.split('.');
    const step = saga.steps.find((each) => each.id === id);
    if (step && (phase === 'action' || phase === 'compensation')) return { step: id, phase };
    if (step && phase === undefined) return { step: id, phase: defaultPhase(kind) };
    const undone = saga.steps.find(({ compensation }) => compensation?.id === where);
    if (undone) return { step: undone.id, phase: 'compensation' };
  }
  return processes.includes(named) ? { process: named } : null;
}

const defaultPhase = (kind: FailureKind): 'action' | 'compensation' => (kind.attachesTo.includes('action') || !kind.attachesTo.includes('compensation') ? 'action' : 'compensation');

function readPart(part: string, kind: FailureKind, options: Options, at: string): Problem[] {
  const [name, value] = part.split('=') as [string, string?];
  if (name === 'first' || name === 'every') {
    if (value !== undefined) return [problem('fault-part', at, { found: clip(part) })];
    options.occurrence = { mode: name };
    return [];
  }
  if (name === 'id' && value !== undefined && /^[\w-]{1,100}$/.test(value)) {
    options.id = value;
    return [];
  }
  const known = ['nth', 'first-n', 'p'].includes(name) || kind.params.some(({ id }) => id === name);
  if (!known) return [problem('fault-part', at, { found: clip(part), known: ['first', 'nth=2', 'first-n=3', 'every', 'p=0.5', ...kind.params.map(({ id, initial }) => `${id}=${initial}`)].join(', ') })];
  const number = value !== undefined && /^\d{1,15}(?:\.\d{1,17})?(?:e-\d{1,2})?$/.test(value) ? Number(value) : Number.NaN;
  if (name === 'p') {
    if (!(number >= 0 && number <= 1)) return [problem('fault-number', at, { name, found: clip(value ?? ''), least: 0, most: 1 })];
    options.probability = number;
  } else if (name === 'nth' || name === 'first-n') {
    if (!Number.isInteger(number) || number < 1 || number > 1_000_000) return [problem('fault-number', at, { name, found: clip(value ?? ''), least: 1, most: 1_000_000 })];
    options.occurrence = { mode: name, n: number };
  } else {
    const { min, max } = kind.params.find(({ id }) => id === name)!;
    if (!Number.isInteger(number) || number < min || number > max) return [problem('fault-number', at, { name, found: clip(value ?? ''), least: min, most: max })];
    options.params[name] = number;
  }
  return [];
}

/** The inverse of `parseFaults` for one point: says only what differs from the defaults. `taken`: the points before it, the document's own first. */
export function formatFault(point: FailurePoint, document: Saga, taken: readonly FailurePoint[]): string {
  const kind = failureKind(point.kind);
  const parts = [formatTarget(point.target, kind, document), point.kind];
  for (const [name, value] of Object.entries(point.params)) {
    if (kind?.params.find(({ id }) => id === name)?.initial !== value) parts.push(`${name}=${value}`);
  }
  const { occurrence } = point;
  const usual = kind?.occurrence;
  if (JSON.stringify(occurrence) !== JSON.stringify(usual)) parts.push('n' in occurrence ? `${occurrence.mode}=${occurrence.n}` : occurrence.mode);
  if (point.probability !== undefined) parts.push(`p=${point.probability}`);
  if (point.id !== nextFaultId(taken)) parts.push(`id=${point.id}`);
  return parts.join(':');
}

function formatTarget(target: FailureTarget, kind: FailureKind | undefined, { saga }: Saga): string {
  if ('process' in target) {
    const taken = saga.steps.some(({ id, compensation }) => id === target.process || compensation?.id === target.process);
    return taken ? `@${target.process}` : target.process;
  }
  return kind && defaultPhase(kind) === target.phase ? target.step : `${target.step}.${target.phase}`;
}
