/** What an activity refers to: its service's tables and aggregates, and the values that its templates speak of. */
import type { ActivityDocument, Effect, Guard, ServiceDocument, Template } from './document.ts';
import { problem } from './problems.ts';
import type { Path, Problem } from './problems.ts';
import { pathsIn, ROOTS } from './template.ts';

const REQUEST = ['request', 'saga'];

/** Paths of a template whose root means nothing here. */
export function templateProblems(template: Template, roots: readonly string[], at: Path): readonly Problem[] {
  return pathsIn(template).flatMap((path) => {
    const root = path.split('.')[0]!;
    if (roots.includes(root)) return [];
    if (root === 'item') return [problem('item-outside-list', at, { path })];
    return [problem('unknown-root', at, { path, root, known: roots.join(', '), elsewhere: (ROOTS as readonly string[]).includes(root) ? 1 : 0 })];
  });
}

/** The roots that hold inside a `forEach`, and what is wrong with its path. */
function forEachRoots(path: string | undefined, roots: readonly string[], at: Path): { readonly inside: readonly string[]; readonly problems: readonly Problem[] } {
  if (path === undefined) return { inside: roots, problems: [] };
  return { inside: [...roots, 'item'], problems: templateProblems(`{${path}}`, roots, [...at, 'forEach']) };
}

/** `named`: the tables and aggregates that a guard may look into. */
export function guardProblems(guard: Guard, named: readonly { readonly id: string }[], roots: readonly string[], at: Path): readonly Problem[] {
  const { inside, problems } = forEachRoots(guard.forEach, roots, at);
  return [
    ...(named.some(({ id }) => id === guard.table) ? [] : [problem('unknown-table', [...at, 'table'], { table: guard.table, known: named.map(({ id }) => id).join(', ') })]),
    ...problems,
    ...templateProblems(guard.key, inside, [...at, 'key']),
    ...templateProblems(guard.value, inside, [...at, 'value']),
  ];
}

export function activityProblems(activity: ActivityDocument, service: ServiceDocument, at: Path): readonly Problem[] {
  const named = [...service.tables, ...service.aggregates];
  const facts = [['event', activity.event], ['rejection', activity.rejection]] as const;
  return [
    ...activity.guards.flatMap((guard, index) => guardProblems(guard, named, REQUEST, [...at, 'guards', index])),
    ...activity.effects.flatMap((effect, index) => effectProblems(effect, service, [...at, 'effects', index])),
    ...facts.flatMap(([name, fact]) => (fact ? [
      ...templateProblems(fact.stream, REQUEST, [...at, name, 'stream']),
      ...templateProblems(fact.data, REQUEST, [...at, name, 'data']),
    ] : [])),
  ];
}

function effectProblems(effect: Effect, service: ServiceDocument, at: Path): readonly Problem[] {
  const table = service.tables.find(({ id }) => id === effect.table);
  if (!table) return [problem('unknown-table', [...at, 'table'], { table: effect.table, service: service.id, known: service.tables.map(({ id }) => id).join(', ') })];
  const { inside, problems } = forEachRoots(effect.forEach, REQUEST, at);
  if ('row' in effect) {
    const key = Object.hasOwn(effect.row, table.key) ? [] : [problem('row-without-key', [...at, 'row'], { key: table.key })];
    return [...problems, ...key, ...templateProblems(effect.row, inside, [...at, 'row'])];
  }
  const keyed = [...problems, ...templateProblems(effect.key, inside, [...at, 'key'])];
  if (effect.op === 'delete') return keyed;
  return [...keyed, ...effect.changes.flatMap(({ field, value }, index) => [
    ...(field === table.key ? [problem('changes-key', [...at, 'changes', index, 'field'], { key: table.key })] : []),
    ...templateProblems(value, inside, [...at, 'changes', index, 'value']),
  ])];
}
