/** Values that did not come through our own parser (a message from another tab, a caller's object): are they plain, bounded JSON? */
import { FORBIDDEN_KEYS, MAX_DEPTH, MAX_TEXT, numberProblem } from './json-limits.ts';
import { clip, problem } from './problems.ts';
import type { Path, Problem } from './problems.ts';

/** The first thing in it that is no JSON of ours; null when there is none. */
export function jsonProblem(value: unknown, path: Path = []): Problem | null {
  switch (typeof value) {
    case 'string': return value.length > MAX_TEXT ? problem('json-text-too-long', path, { most: MAX_TEXT }) : null;
    case 'boolean': return null;
    case 'number': {
      const wrong = numberProblem(value);
      return wrong && problem(wrong, path, { found: Object.is(value, -0) ? '-0' : String(value) });
    }
    case 'object': return value === null ? null : containerProblem(value, path);
    default: return problem('json-value', path, { found: typeof value });
  }
}

function containerProblem(value: object, path: Path): Problem | null {
  if (path.length >= MAX_DEPTH) return problem('json-too-deep', path, { most: MAX_DEPTH });
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) {
      const wrong = jsonProblem(value[index], [...path, index]);
      if (wrong) return wrong;
    }
    return null;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return problem('json-value', path, { found: 'object' });
  for (const [key, part] of Object.entries(value)) {
    if (FORBIDDEN_KEYS.has(key)) return problem('json-forbidden-key', path, { key });
    if (key.length > MAX_TEXT) return problem('json-text-too-long', [...path, clip(key)], { most: MAX_TEXT });
    const wrong = jsonProblem(part, [...path, key]);
    if (wrong) return wrong;
  }
  return null;
}
