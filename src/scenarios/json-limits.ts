/** Which JSON is ours: how deep, how long, which keys, which numbers. Apart from the parser, for whoever only judges values. */
import type { ProblemCode } from './problems.ts';

export const MAX_DEPTH = 64;
export const MAX_TEXT = 10_000;
export const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** A number that every reader of JSON understands alike; null when it is one. */
export function numberProblem(value: number): ProblemCode | null {
  if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value))) return 'json-number';
  return Object.is(value, -0) ? 'json-minus-zero' : null;
}
