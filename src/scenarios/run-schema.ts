/** What a run's input consists of beside its scenario (which holds the failure points set before it): the seed, and what a person did while it ran. */
import * as v from 'valibot';
import type { Intervention } from '#trace/records.ts';
import { failurePointProblems, processIds } from './check-failure-points.ts';
import { MAX_SEED } from './defaults.ts';
import type { ScenarioDocument } from './document.ts';
import { clip, problem } from './problems.ts';
import type { Path, Problem } from './problems.ts';
import { json, list, row, whole } from './schema-parts.ts';
import { failurePointSchema } from './schema.ts';

const position = whole(0, Number.MAX_SAFE_INTEGER);

const action = v.variant('type', [
  v.strictObject({ type: v.picklist(['add-failure-point', 'change-failure-point']), point: failurePointSchema }),
  v.strictObject({ type: v.literal('remove-failure-point'), id: v.pipe(v.string(), v.maxLength(100)) }),
  v.strictObject({ type: v.literal('place-order'), request: row }),
  v.strictObject({
    type: v.literal('resolve'),
    saga: v.pipe(v.string(), v.maxLength(200)),
    choice: v.picklist(['retry', 'skip', 'mark-resolved']),
    reason: v.pipe(v.string(), v.maxLength(2000)),
  }),
  v.strictObject({ type: v.literal('crash'), process: v.pipe(v.string(), v.maxLength(64)) }),
  v.strictObject({ type: v.literal('power-loss') }),
]);

/** `sagascope/run`, version 1; its scenario is judged by its own schema. */
export const runSchema = v.strictObject({
  format: v.literal('sagascope/run'),
  version: v.literal(1),
  engine: v.optional(whole(0, 1_000_000)),
  scenario: json,
  seed: whole(0, MAX_SEED),
  interventions: list(v.strictObject({ seq: position, at: position, action }), 100_000),
  traceHash: v.pipe(v.string(), v.regex(/^[\da-f]{16}$/, 'hash')),
  records: position,
});

/** What the interventions of a run refer to, and whether they follow one another. */
export function interventionProblems(interventions: readonly Intervention[], scenario: ScenarioDocument): readonly Problem[] {
  return interventions.flatMap((intervention, index) => {
    const before = interventions[index - 1];
    const early = before && (intervention.seq <= before.seq || intervention.at < before.at);
    const at: Path = ['interventions', index];
    return [...(early ? [problem('intervention-order', at)] : []), ...actionProblems(intervention, scenario, [...at, 'action'])];
  });
}

function actionProblems({ action: done }: Intervention, scenario: ScenarioDocument, at: Path): readonly Problem[] {
  if ('point' in done) return failurePointProblems(done.point, scenario, [...at, 'point']);
  if (done.type !== 'crash' || processIds(scenario).includes(done.process)) return [];
  return [problem('unknown-process', [...at, 'process'], { process: clip(done.process), known: processIds(scenario).join(', ') })];
}
