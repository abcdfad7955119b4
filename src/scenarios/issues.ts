/** What the schema library says, in our own words. */
import * as v from 'valibot';
import { clip, MOST_PROBLEMS, problem } from './problems.ts';
import type { Path, Problem } from './problems.ts';
import { UNIONS } from './schema-parts.ts';

type Issue = v.BaseIssue<unknown>;

/** What `schema` finds wrong with `value`, at most 50 things. Empty: it has the schema's type. */
export function schemaProblems(schema: v.GenericSchema, value: unknown, at: Path = []): readonly Problem[] {
  const { issues } = v.safeParse(schema, value);
  return (issues ?? []).slice(0, MOST_PROBLEMS).flatMap((issue) => explain(issue, at)).slice(0, MOST_PROBLEMS);
}

function explain(issue: Issue, at: Path): readonly Problem[] {
  const path: Path = [...at, ...(issue.path ?? []).map(({ key }) => key as string | number)];
  if (issue.type === 'union') return explainUnion(issue, path);
  return [explainOne(issue, path)];
}

/** The option that the value comes nearest to explains it. */
function explainUnion(issue: Issue, path: Path): readonly Problem[] {
  const attempts = (UNIONS.get(issue.message) ?? []).map((option) => ({ option, found: v.safeParse(option, issue.input).issues ?? [] }));
  const near = attempts
    .filter(({ found }) => found.every((each) => each.path !== undefined))
    .sort((one, other) => one.found.length - other.found.length)[0];
  if (near) return schemaProblems(near.option, issue.input, path);
  return [problem('wrong-type', path, { expected: words(issue.expected), found: kindOf(issue.input) })];
}

function explainOne(issue: Issue, path: Path): Problem {
  const requirement = (issue as { readonly requirement?: unknown }).requirement;
  const limit = typeof requirement === 'number' ? requirement : 0;
  const found = shown(issue.input);
  switch (issue.type) {
    case 'strict_object':
      if (issue.path?.at(-1) && keyOrigin(issue)) {
        const name = clip(String(path.at(-1)));
        return issue.expected === 'never' ? problem('unknown-field', path, { name }) : problem('missing-field', path, { name });
      }
      return problem('wrong-type', path, { expected: 'object', found: kindOf(issue.input) });
    case 'literal':
    case 'picklist':
    case 'variant':
      return issue.expected === 'Object'
        ? problem('wrong-type', path, { expected: 'object', found: kindOf(issue.input) })
        : problem('not-one-of', path, { options: words(issue.expected), found });
    case 'regex': return problem('bad-name', path, { rule: issue.message, found });
    case 'integer': return problem('not-integer', path, { found });
    case 'min_value': return problem('too-small', path, { least: limit, found });
    case 'max_value': return problem('too-large', path, { most: limit, found });
    case 'max_length': return problem(Array.isArray(issue.input) ? 'too-many' : 'too-long', path, { most: limit, found: lengthOf(issue.input) });
    case 'min_length': return minLength(path, limit, issue.input);
    case 'custom': return problem('wrong-type', path, { expected: issue.message, found: kindOf(issue.input) });
    default: return problem('wrong-type', path, { expected: words(issue.expected), found: kindOf(issue.input) });
  }
}

function minLength(path: Path, least: number, input: unknown): Problem {
  if (path.join('.') === 'saga.steps' || path.join('.') === 'scenario.saga.steps') return problem('empty-saga', path);
  return problem(Array.isArray(input) ? 'too-few' : 'too-short', path, { least });
}

const keyOrigin = (issue: Issue): boolean => (issue.path?.at(-1) as { readonly origin?: string } | undefined)?.origin === 'key';
const lengthOf = (input: unknown): number => (typeof input === 'string' || Array.isArray(input) ? input.length : 0);
const words = (expected: string | null): string => (expected ?? '').replace(/^\((.*)\)$/, '$1').replaceAll('"', '').replaceAll(' | ', ', ').replaceAll('Array', 'list').replaceAll('Object', 'object');

/** Words of the catalogue for JSON's kinds of values. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'list';
  return typeof value;
}

function shown(value: unknown): string {
  if (typeof value === 'string') return clip(value);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : kindOf(value);
}
