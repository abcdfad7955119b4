/** The orchestrator's `sagas` rows up to the playhead: what each saga is doing, step by step. */
import type { Plan, SagaRow, SagaStatus, StepStatus, Trace } from '#trace/records.ts';
import { createFold } from './fold.ts';

export interface SagasState {
  /** In the order in which they started. */
  readonly rows: Map<string, SagaRow>;
  plan: Plan | null;
  /** How many sagas are in each status. */
  counts: Readonly<Record<SagaStatus, number>>;
}

const NO_COUNTS: Readonly<Record<SagaStatus, number>> = { running: 0, compensating: 0, completed: 0, compensated: 0, stuck: 0, resolved: 0 };

const fold = createFold<SagasState>({
  initial: () => ({ rows: new Map(), plan: null, counts: NO_COUNTS }),
  apply: (state, record) => {
    if (record.kind === 'run-started') state.plan = record.plan;
    if (record.kind !== 'transition' || record.participant !== 'orchestrator' || !record.commit) return state;
    for (const { table, key, row } of record.commit.writes) {
      if (table !== 'sagas' || !row) continue;
      const next = row as unknown as SagaRow;
      const counts = { ...state.counts };
      const before = state.rows.get(key);
      if (before) counts[before.status] -= 1;
      counts[next.status] += 1;
      state.counts = counts;
      state.rows.set(key, next);
    }
    return state;
  },
  clone: ({ rows, plan, counts }) => ({ rows: new Map(rows), plan, counts }),
});

export const sagasAt = (trace: Trace, seq: number): SagasState => fold.at(trace, seq);

/** The saga with this id; with null, or an id that has not started yet, the one that was started last. */
export function followedSaga(trace: Trace, seq: number, id: string | null): SagaRow | null {
  const { rows } = fold.at(trace, seq);
  const named = id === null ? undefined : rows.get(id);
  if (named) return named;
  let last: SagaRow | null = null;
  for (const row of rows.values()) last = row;
  return last;
}

export interface StepState { readonly status: StepStatus; /** 0 when the step is not the one in progress. */ readonly attempt: number }
const IDLE: StepState = { status: 'idle', attempt: 0 };

/** What the saga makes of step number `index`, forwards or backwards. */
export function stepState(saga: SagaRow | null, index: number, phase: 'action' | 'compensation'): StepState {
  if (!saga) return IDLE;
  const status = (phase === 'action' ? saga.actions : saga.compensations)[index] ?? 'idle';
  const inProgress = saga.cursor === index && (phase === saga.phase || (phase === 'action' && saga.phase === 'query'));
  return { status, attempt: inProgress && saga.endedAt === null ? saga.attempt - saga.spent : 0 };
}

/** In how many sagas the step has this status: shown when several run at once. */
export function statusCounts(trace: Trace, seq: number, index: number, phase: 'action' | 'compensation'): ReadonlyMap<StepStatus, number> {
  const counts = new Map<StepStatus, number>();
  for (const saga of fold.at(trace, seq).rows.values()) {
    const { status } = stepState(saga, index, phase);
    if (status !== 'idle') counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}
