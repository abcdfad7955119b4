/** Whether a run file is the run on the screen: by what it was made from and what was done to it, and not by the hash that it claims. */
import type { SavedRun } from '#exports/run-file.ts';
import type { Intervention } from '#trace/records.ts';
import { inputIdentity } from './saved-run.ts';
import type { Session } from './state.ts';

type Shown = Pick<Session, 'scenario' | 'seed' | 'trace' | 'hash'>;

export function isSameRun(file: SavedRun, { scenario, seed, trace, hash }: Shown): boolean {
  if (file.traceHash !== hash || file.seed !== seed) return false;
  return inputIdentity(file.scenario, file.seed) === inputIdentity(scenario, seed) && canonical(file.interventions) === canonical(deedsOf(trace));
}

const deedsOf = (trace: Shown['trace']): readonly Intervention[] =>
  trace.flatMap((record, seq) => (record.kind === 'intervention' ? [{ seq, at: record.at, action: record.action }] : []));

/** JSON with the keys of every object in order: a file may have been written by hand. */
const canonical = (value: unknown): string => JSON.stringify(value, (_, part: unknown) =>
  (part !== null && typeof part === 'object' && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1))) : part));
