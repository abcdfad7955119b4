/** The orchestrator's `sagas` rows up to the playhead: what each saga is doing, step by step. */
import type { Plan, SagaRow, SagaStatus, StepStatus, Trace } from '#trace/records.ts';
import { createFold } from './fold.ts';

export interface SagasState {
  /** In the order in which they started. */
  readonly rows: Map<string, SagaRow>;
  /** The saga that was started last. */
  last: string | null;
  plan: Plan | null;
  /** How many sagas are in each status. */
  counts: Readonly<Record<SagaStatus, number>>;
  /** `<index>/<phase>` -> in how many sagas the step has which status, idle left out. A changed entry is a new object. */
  readonly steps: Map<string, StatusCounts>;
}
export type StatusCounts = Readonly<Partial<Record<StepStatus, number>>>;

const NO_COUNTS: Readonly<Record<SagaStatus, number>> = { running: 0, compensating: 0, completed: 0, compensated: 0, stuck: 0, resolved: 0 };

function countSteps(steps: SagasState['steps'], phase: 'action' | 'compensation', before: readonly StepStatus[] | undefined, after: readonly StepStatus[]): void {
  for (const [index, status] of after.entries()) {
    const old = before?.[index] ?? 'idle';
    if (old === status) continue;
    const key = `${index}/${phase}`;
    const counts: Partial<Record<StepStatus, number>> = { ...steps.get(key) };
    if (old !== 'idle') counts[old] = counts[old]! - 1;
    if (counts[old] === 0) delete counts[old];
    if (status !== 'idle') counts[status] = (counts[status] ?? 0) + 1;
    steps.set(key, counts);
  }
}

const fold = createFold<SagasState>({
  initial: () => ({ rows: new Map(), last: null, plan: null, counts: NO_COUNTS, steps: new Map() }),
  apply: (state, record) => {
    if (record.kind === 'run-started') state.plan = record.plan;
    if (record.kind !== 'transition' || record.participant !== 'orchestrator' || !record.commit) return state;
    for (const { table, key, row } of record.commit.writes) {
      if (table !== 'sagas' || !row) continue;
      const next = row as unknown as SagaRow;
      const counts = { ...state.counts };
      const before = state.rows.get(key);
      if (before) counts[before.status] -= 1;
      else state.last = key;
      counts[next.status] += 1;
      state.counts = counts;
      countSteps(state.steps, 'action', before?.actions, next.actions);
      countSteps(state.steps, 'compensation', before?.compensations, next.compensations);
      state.rows.set(key, next);
    }
    return state;
  },
  clone: ({ rows, last, plan, counts, steps }) => ({ rows: new Map(rows), last, plan, counts, steps: new Map(steps) }),
});

export const sagasAt = (trace: Trace, seq: number): SagasState => fold.at(trace, seq);

/** The saga with this id; with null, or an id that has not started yet, the one that was started last. */
export function followedSaga(trace: Trace, seq: number, id: string | null): SagaRow | null {
  const { rows, last } = fold.at(trace, seq);
  const named = id === null ? undefined : rows.get(id);
  return named ?? (last === null ? null : rows.get(last)!);
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

const NONE: StatusCounts = {};
/** In how many sagas the step has which status: shown when several run at once. The same object until it changes. */
export const statusCounts = (trace: Trace, seq: number, index: number, phase: 'action' | 'compensation'): StatusCounts =>
  fold.at(trace, seq).steps.get(`${index}/${phase}`) ?? NONE;
