/**
 * Untrusted text -> scenario document, in this order: size, text, JSON, schema, meaning. Never throws. The document is what the text says,
 * key for key: what it hashes to does not depend on the way it came.
 */
import type { Json } from '#trace/records.ts';
import { documentProblems } from './check.ts';
import { SCENARIO_FORMAT, SCENARIO_VERSION } from './document.ts';
import type { ScenarioDocument } from './document.ts';
import { kindOf, schemaProblems } from './issues.ts';
import { locator, parseJson } from './json-text.ts';
import { jsonProblem } from './json-value.ts';
import { clip, problem, refused } from './problems.ts';
import type { Checked, Path, Problem } from './problems.ts';
import { scenarioSchema } from './schema.ts';

/** Bytes of a file, and characters of a text. */
export const MAX_SIZE = 10_000_000;

export function parseScenario(text: string): Checked<ScenarioDocument> {
  const json = readJson(text);
  return json.ok ? withPlaces(text, checkScenario(json.value)) : json;
}

/** A value that is JSON, but from anywhere. */
export function checkScenario(value: unknown): Checked<ScenarioDocument> {
  const bad = jsonProblem(value) ?? formatProblem(value, SCENARIO_FORMAT, SCENARIO_VERSION);
  if (bad) return refused(bad);
  const problems = scenarioProblems(value);
  return problems.length > 0 ? refused(...problems) : { ok: true, value: value as ScenarioDocument };
}

/** Schema, then meaning, of a document that stands at `at` in something larger. */
export function scenarioProblems(value: unknown, at: Path = []): readonly Problem[] {
  const shape = schemaProblems(scenarioSchema, value, at);
  return shape.length > 0 ? shape : documentProblems(value as ScenarioDocument, at);
}

/** Says what a text is that is no JSON, and parses one that is. A byte order mark and Windows line ends are no harm. */
export function readJson(text: string): Checked<Json> {
  if (text.length > MAX_SIZE) return refused(problem('too-big', '', { most: MAX_SIZE / 1_000_000 }));
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  if (bare.trim() === '') return refused(problem('empty'));
  const looks = textProblem(bare);
  if (looks) return refused(looks);
  const json = parseJson(bare);
  return json.ok ? json : refused(json.problem);
}

/** Bytes that were read as text but are none: every other character is NUL, or controls and replacement characters abound at the start. */
function textProblem(text: string): Problem | null {
  const start = text.slice(0, 200);
  const nuls = start.split('\0').length - 1;
  if (nuls * 3 > start.length) return problem('utf-16');
  // oxlint-disable-next-line no-control-regex -- controls are what tells a picture from a text
  return /^[^{["]*[\u0000-\u0008\u000E-\u001A]/.test(start) || /^[^{["]{0,4}\uFFFD/.test(start) || nuls > 0 ? problem('binary') : null;
}

/** Not our document, or one that a later version wrote. */
export function formatProblem(value: unknown, format: string, version: number): Problem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return problem('wrong-type', '', { expected: 'object', found: kindOf(value) });
  const found = value as { readonly format?: unknown; readonly version?: unknown };
  if (found.format !== format) {
    return problem('unknown-format', ['format'], { expected: format, found: typeof found.format === 'string' ? clip(found.format) : kindOf(found.format) });
  }
  if (typeof found.version === 'number' && found.version > version) return problem('newer-version', ['version'], { found: found.version, known: version });
  return null;
}

/** Adds line and column. Field paths are walked again: this happens only when something is wrong. */
export function withPlaces<T>(text: string, checked: Checked<T>): Checked<T> {
  if (checked.ok) return checked;
  const bare = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const place = locator(bare);
  return { ok: false, problems: checked.problems.map((each) => (each.path === '' ? each : { ...each, ...place(pathParts(each.path)) })) };
}

/** The inverse of `pathText`. */
function pathParts(path: string): Path {
  return [...path.matchAll(/\[(\d+)\]|\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/g)].map(([, index, quoted, word]) => {
    if (index !== undefined) return Number(index);
    return quoted ?? word ?? '';
  });
}
