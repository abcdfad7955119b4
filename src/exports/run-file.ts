/** The run file: everything that a run is a function of, and the hash of the trace that it left. Whoever replays it can tell whether it is the same. */
import type { Intervention } from '#trace/records.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { schemaProblems } from '#scenarios/issues.ts';
import { jsonProblem } from '#scenarios/json-value.ts';
import { formatProblem, readJson, scenarioProblems, withPlaces } from '#scenarios/parse.ts';
import { refused } from '#scenarios/problems.ts';
import type { Problem } from '#scenarios/problems.ts';
import { interventionProblems, runSchema } from '#scenarios/run-schema.ts';

const RUN_FORMAT = 'sagascope/run';
const RUN_VERSION = 1;

export interface SavedRun {
  /** With the failure points set before the run. */
  readonly scenario: ScenarioDocument;
  readonly seed: number;
  readonly interventions: readonly Intervention[];
  /** First 16 hex digits of the SHA-256 over the trace's records. */
  readonly traceHash: string;
  /** How many records the trace had. */
  readonly records: number;
  /** Version of the engine that left the trace; files from before there were versions have none. */
  readonly engine?: number;
}
export type ParsedRun = { readonly ok: true; readonly run: SavedRun } | { readonly ok: false; readonly problems: readonly Problem[] };

export function serialiseRun({ scenario, seed, interventions, traceHash, records, engine }: SavedRun): string {
  return `${JSON.stringify({ format: RUN_FORMAT, version: RUN_VERSION, ...(engine !== undefined && { engine }), scenario, seed, interventions, traceHash, records }, null, 2)}\n`;
}

/** Untrusted text -> run. Never throws. Whether it replays to its hash is for the caller to find out. */
export function parseRunFile(text: string): ParsedRun {
  const json = readJson(text);
  if (!json.ok) return json;
  const checked = withPlaces(text, checkRun(json.value));
  return checked.ok ? { ok: true, run: checked.value } : checked;
}

function checkRun(value: unknown): { readonly ok: true; readonly value: SavedRun } | { readonly ok: false; readonly problems: readonly Problem[] } {
  const bad = jsonProblem(value) ?? formatProblem(value, RUN_FORMAT, RUN_VERSION);
  if (bad) return refused(bad);
  const shape = schemaProblems(runSchema, value);
  if (shape.length > 0) return refused(...shape);
  const file = value as SavedRun;
  const inner = formatProblem(file.scenario, 'sagascope/scenario', 1);
  if (inner) return refused({ ...inner, path: inner.path === '' ? 'scenario' : `scenario.${inner.path}` });
  const problems = scenarioProblems(file.scenario, ['scenario']);
  const all = problems.length > 0 ? problems : interventionProblems(file.interventions, file.scenario);
  if (all.length > 0) return refused(...all);
  const { scenario, seed, interventions, traceHash, records, engine } = file;
  return { ok: true, value: { scenario, seed, interventions, traceHash, records, ...(engine !== undefined && { engine }) } };
}

/** Which of our documents a text is; null where it is neither (its problems are those of a scenario document). */
export function formatOf(text: string): 'scenario' | 'run' | null {
  const format = /^\uFEFF?\s*\{[^{}]{0,200}?"format"\s*:\s*"sagascope\/(scenario|run)"/.exec(text)?.[1];
  if (format === 'scenario' || format === 'run') return format;
  const json = readJson(text);
  if (!json.ok || typeof json.value !== 'object' || json.value === null) return null;
  const found = (json.value as { readonly format?: unknown }).format;
  if (found === RUN_FORMAT) return 'run';
  return found === 'sagascope/scenario' ? 'scenario' : null;
}
