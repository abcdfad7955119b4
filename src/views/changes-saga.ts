/** One saga as the orchestrator's database tells it: its row, and its log. */
import type { SagaLogRow, SagaRow, StepStatus, Trace } from '#trace/records.ts';
import { countWhile, createIndex, listAt } from './indexed.ts';

interface Written<T> { readonly place: number; readonly row: T }
interface SagaIndex {
  /** Sagas in the order of their start. */
  readonly started: Written<string>[];
  readonly rows: Map<string, Written<SagaRow>[]>;
  readonly log: Map<string, Written<SagaLogRow>[]>;
}

const sagaIndex = createIndex<SagaIndex>({
  create: () => ({ started: [], rows: new Map(), log: new Map() }),
  add(index, record, place) {
    if (record.kind !== 'transition' || record.participant !== 'orchestrator' || record.commit === null) return;
    for (const { table, key, row } of record.commit.writes) {
      if (row === null) continue;
      if (table === 'sagas') {
        if (!index.rows.has(key)) index.started.push({ place, row: key });
        listAt(index.rows, key).push({ place, row: row as unknown as SagaRow });
      } else if (table === 'saga_log') {
        const entry = row as unknown as SagaLogRow;
        listAt(index.log, entry.saga).push({ place, row: entry });
      }
    }
  },
});

const shown = <T>(written: readonly Written<T>[] | undefined, seq: number): readonly Written<T>[] =>
  written?.slice(0, countWhile(written.length, (at) => written[at]!.place < seq)) ?? [];

/** The saga that was started last before the playhead; null before the first. */
export function latestSaga(trace: Trace, seq: number): string | null {
  const { started } = sagaIndex(trace);
  return started[countWhile(started.length, (at) => started[at]!.place < seq) - 1]?.row ?? null;
}

/** The saga's row as it stood at the playhead. */
export function sagaAt(trace: Trace, saga: string, seq: number): SagaRow | null {
  return shown(sagaIndex(trace).rows.get(saga), seq).at(-1)?.row ?? null;
}

/** The saga's durable log up to the playhead, with the places of the transitions that wrote it. */
export function sagaLog(trace: Trace, saga: string, seq: number): readonly (SagaLogRow & { readonly seq: number })[] {
  return shown(sagaIndex(trace).log.get(saga), seq).map(({ place, row }) => ({ ...row, seq: place }));
}

/** Status of a step's action or compensation in a saga; idle when the saga has not come to it. */
export function stepStatus(trace: Trace, saga: SagaRow | null, step: string, phase: 'action' | 'compensation'): StepStatus {
  const start = trace[0];
  if (!saga || start?.kind !== 'run-started') return 'idle';
  const index = start.plan.steps.findIndex(({ id }) => id === step);
  return (phase === 'action' ? saga.actions : saga.compensations)[index] ?? 'idle';
}
