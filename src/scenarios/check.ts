/** What a document's parts mean to each other: the saga's order (D10), its compensations, and every name that refers to something. */
import { misplacedStep } from '#patterns/saga/definition.ts';
import { SYSTEM_TABLES } from '#trace/records.ts';
import { activityProblems, guardProblems, templateProblems } from './check-activity.ts';
import { failurePointProblems } from './check-failure-points.ts';
import type { InvariantDocument, ProjectionDocument, ScenarioDocument, ServiceDocument, StepDocument } from './document.ts';
import { clip, problem } from './problems.ts';
import type { Path, Problem } from './problems.ts';

/** Ids that the run itself uses for participants and processes. */
const RESERVED_SERVICES = new Set(['orchestrator', 'projector', 'client', 'relay', 'projection']);
/** Tables that every service has beside its own; and, for projections, beside the views. */
const RESERVED_TABLES = new Set([...Object.keys(SYSTEM_TABLES), '_meta']);

/** Empty: the document can be compiled and run. `at`: where it stands in something larger. */
export function documentProblems(document: ScenarioDocument, at: Path = []): readonly Problem[] {
  const { services, saga, projections, workload, invariants, failurePoints } = document;
  return [
    ...duplicates(services, [...at, 'services']),
    ...services.flatMap((service, index) => serviceProblems(service, [...at, 'services', index])),
    ...duplicates(saga.steps, [...at, 'saga', 'steps']),
    ...orderProblems(saga.steps, [...at, 'saga', 'steps']),
    ...saga.steps.flatMap((step, index) => stepProblems(step, services, [...at, 'saga', 'steps', index])),
    ...duplicates(projections, [...at, 'projections']),
    ...projections.flatMap((projection, index) => projectionProblems(projection, services, [...at, 'projections', index])),
    ...(workload.count > 0 && workload.requests.length === 0 ? [problem('no-requests', [...at, 'workload', 'requests'])] : []),
    ...duplicates(invariants, [...at, 'invariants']),
    ...invariants.flatMap((invariant, index) => invariantProblems(invariant, services, [...at, 'invariants', index])),
    ...duplicates(failurePoints, [...at, 'failurePoints']),
    ...failurePoints.flatMap((point, index) => failurePointProblems(point, document, [...at, 'failurePoints', index])),
  ];
}

function duplicates(list: readonly { readonly id: string }[], at: Path): readonly Problem[] {
  const seen = new Set<string>();
  return list.flatMap(({ id }, index) => {
    if (seen.has(id)) return [problem('duplicate-id', [...at, index, 'id'], { id: clip(id) })];
    seen.add(id);
    return [];
  });
}

function serviceProblems({ id, tables, aggregates }: ServiceDocument, at: Path): readonly Problem[] {
  const named = [...tables, ...aggregates];
  return [
    ...(RESERVED_SERVICES.has(id) ? [problem('reserved-id', [...at, 'id'], { id })] : []),
    ...duplicates(named, [...at, 'tables']).map((each) => ({ ...each, path: each.path.replace(/tables\[(\d+)\]/, (whole, index: string) =>
      (Number(index) < tables.length ? whole : `aggregates[${Number(index) - tables.length}]`)) })),
    ...tables.flatMap((table, index) => {
      const here = [...at, 'tables', index];
      const keys = new Set<string>();
      return [
        ...(RESERVED_TABLES.has(table.id) ? [problem('reserved-id', [...here, 'id'], { id: table.id })] : []),
        ...table.rows.flatMap((row, number) => {
          const key = row[table.key];
          if (typeof key !== 'string' && typeof key !== 'number') return [problem('row-without-key', [...here, 'rows', number], { key: table.key })];
          if (keys.has(String(key))) return [problem('duplicate-row', [...here, 'rows', number, table.key], { key: clip(String(key)) })];
          keys.add(String(key));
          return [];
        }),
        ...table.checks.flatMap((guard, number) => guardProblems(guard, named, ['request', 'saga', 'item'], [...here, 'checks', number])),
      ];
    }),
    ...aggregates.flatMap(({ evolve }, index) => Object.entries(evolve).flatMap(([type, changes]) => changes.flatMap(({ value }, number) =>
      templateProblems(value, ['data', 'event'], [...at, 'aggregates', index, 'evolve', type, number, 'value'])))),
  ];
}

/** D10: compensatable*, pivot?, retriable*. */
function orderProblems(steps: readonly StepDocument[], at: Path): readonly Problem[] {
  const misplaced = misplacedStep(steps);
  if (misplaced === null) return [];
  const index = steps.findIndex(({ id, kind }, place) => id === misplaced && kind !== 'retriable' && steps.slice(0, place).some((before) => before.kind !== 'compensatable'));
  const turn = steps.find(({ kind }) => kind !== 'compensatable')!;
  return [problem('step-order', [...at, index, 'kind'], { step: misplaced, kind: steps[index]!.kind, after: turn.id })];
}

function stepProblems(step: StepDocument, services: readonly ServiceDocument[], at: Path): readonly Problem[] {
  const { action, compensation } = step;
  const service = services.find(({ id }) => id === step.service);
  const changesSomething = action.effects.length > 0 || action.event !== null;
  const problems: Problem[] = [];
  if (step.kind !== 'compensatable' && compensation) problems.push(problem('useless-compensation', [...at, 'compensation'], { step: step.id, kind: step.kind }));
  if (step.kind === 'compensatable' && !compensation && changesSomething) problems.push(problem('missing-compensation', [...at, 'compensation'], { step: step.id }));
  if (!service) return [...problems, problem('unknown-service', [...at, 'service'], { service: step.service, known: services.map(({ id }) => id).join(', ') })];
  if (compensation) problems.push(...activityProblems(compensation, service, [...at, 'compensation']));
  return [...problems, ...activityProblems(action, service, [...at, 'action'])];
}

function projectionProblems(projection: ProjectionDocument, services: readonly ServiceDocument[], at: Path): readonly Problem[] {
  const { id, key, columns, groupBy, baseline, on } = projection;
  const known = columns.map((column) => column.id);
  const problems: Problem[] = [...duplicates(columns, [...at, 'columns'])];
  const column = (name: string, place: Path): void => { if (!known.includes(name)) problems.push(problem('unknown-column', place, { column: name, known: known.join(', ') })); };
  if (RESERVED_TABLES.has(id)) problems.push(problem('reserved-id', [...at, 'id'], { id }));
  column(key, [...at, 'key']);
  if (groupBy !== null) column(groupBy, [...at, 'groupBy']);
  if (baseline) {
    problems.push(...tableProblems(baseline.service, baseline.table, services, [...at, 'baseline']));
    if (!Object.hasOwn(baseline.columns, key)) problems.push(problem('row-without-key', [...at, 'baseline', 'columns'], { key }));
  }
  for (const [type, rules] of Object.entries(on)) {
    rules.forEach((rule, index) => {
      const here = [...at, 'on', type, index];
      const roots = rule.forEach === undefined ? ['data', 'event'] : ['data', 'event', 'item'];
      if (rule.forEach !== undefined) problems.push(...templateProblems(`{${rule.forEach}}`, ['data', 'event'], [...here, 'forEach']));
      problems.push(...templateProblems(rule.key, roots, [...here, 'key']));
      rule.changes.forEach(({ field, value }, number) => {
        if (field === key) problems.push(problem('changes-key', [...here, 'changes', number, 'field'], { key }));
        problems.push(...templateProblems(value, roots, [...here, 'changes', number, 'value']));
      });
    });
  }
  return problems;
}

function tableProblems(service: string, table: string, services: readonly ServiceDocument[], at: Path): readonly Problem[] {
  const owner = services.find(({ id }) => id === service);
  if (!owner) return [problem('unknown-service', [...at, 'service'], { service, known: services.map(({ id }) => id).join(', ') })];
  if (owner.tables.some(({ id }) => id === table)) return [];
  return [problem('unknown-table', [...at, 'table'], { table, service, known: owner.tables.map(({ id }) => id).join(', ') })];
}

function invariantProblems({ left, right }: InvariantDocument, services: readonly ServiceDocument[], at: Path): readonly Problem[] {
  const sides = [['left', left], ['right', right === 'initial' ? [] : right]] as const;
  return sides.flatMap(([side, terms]) => terms.flatMap((term, index) => {
    const here = [...at, side, index];
    if ('table' in term) return tableProblems(term.service, term.table, services, here);
    return services.some(({ id }) => id === term.service) ? [] : [problem('unknown-service', [...here, 'service'], { service: term.service, known: services.map(({ id }) => id).join(', ') })];
  }));
}
