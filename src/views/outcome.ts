/** How the run stands at the playhead. */
import type { RunOutcome, SagaStatus, Trace } from '#trace/records.ts';
import { createFold } from './fold.ts';
import { sagasAt } from './sagas.ts';

/** `ready`: no saga has started. Before the end, the gravest thing that is going on. */
export type Outcome = RunOutcome | 'ready' | 'running' | 'compensating';
export interface OutcomeState {
  readonly outcome: Outcome;
  /** True once the queue was empty, and nothing has happened since but edits of failure points: they strike when something happens again. */
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
    if (state.outcome === null || (record.kind === 'intervention' && record.action.type.endsWith('-failure-point'))) return state;
    return NOT_YET;
  },
  clone: (state) => state,
});

/** From the best to the gravest. */
const GRAVITY: readonly SagaStatus[] = ['completed', 'resolved', 'compensated', 'running', 'compensating', 'stuck'];
export interface StatusCount { readonly status: SagaStatus; readonly count: number }

/** How many sagas are in which status, the gravest last: the one that the outcome is named after. */
export function standings(trace: Trace, seq: number): readonly StatusCount[] {
  const { counts } = sagasAt(trace, seq);
  return GRAVITY.flatMap((status) => (counts[status] > 0 ? [{ status, count: counts[status] }] : []));
}

export function outcomeAt(trace: Trace, seq: number): OutcomeState {
  const end = ends.at(trace, seq);
  if (end.outcome !== null) return { outcome: end.outcome, ended: true, broken: end.broken };
  const { rows, counts } = sagasAt(trace, seq);
  const outcome = rows.size === 0 ? 'ready' : counts.stuck > 0 ? 'stuck' : counts.compensating > 0 ? 'compensating' : 'running';
  return { outcome, ended: false, broken: end.broken };
}
