/** How the run stands at the playhead. */
import type { RunOutcome, Trace } from '#trace/records.ts';
import { createFold } from './fold.ts';
import { sagasAt } from './sagas.ts';

/** `ready`: no saga has started. Before the end, the gravest thing that is going on. */
export type Outcome = RunOutcome | 'ready' | 'running' | 'compensating';
export interface OutcomeState {
  readonly outcome: Outcome;
  /** True once the queue was empty and nothing has happened since. */
  readonly ended: boolean;
  /** Ids of the invariants that the last end of the run found broken. */
  readonly broken: readonly string[];
}

interface End { readonly outcome: RunOutcome | null; readonly broken: readonly string[] }
const NOT_YET: End = { outcome: null, broken: [] };
const ends = createFold<End>({
  initial: () => NOT_YET,
  apply: (state, record) => {
    if (record.kind === 'run-ended') return { outcome: record.outcome, broken: record.invariants.filter(({ holds }) => !holds).map(({ id }) => id) };
    return state.outcome === null ? state : NOT_YET;
  },
  clone: (state) => state,
});

export function outcomeAt(trace: Trace, seq: number): OutcomeState {
  const end = ends.at(trace, seq);
  if (end.outcome !== null) return { outcome: end.outcome, ended: true, broken: end.broken };
  const { rows, counts } = sagasAt(trace, seq);
  const outcome = rows.size === 0 ? 'ready' : counts.stuck > 0 ? 'stuck' : counts.compensating > 0 ? 'compensating' : 'running';
  return { outcome, ended: false, broken: end.broken };
}
