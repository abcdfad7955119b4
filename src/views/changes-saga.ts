/** One saga's durable log, as the orchestrator's database holds it, and its attempts in rounds; for the saga's row see `sagas`. */
import type { Phase, SagaLogRow, Trace } from '#trace/records.ts';
import { countWhile, createIndex, listAt } from './indexed.ts';

export interface SagaLogEntry extends SagaLogRow {
  /** Place of the transition that wrote it. */
  readonly seq: number;
}

const logIndex = createIndex<Map<string, SagaLogEntry[]>>({
  create: () => new Map(),
  add(index, record, place) {
    if (record.kind !== 'transition' || record.participant !== 'orchestrator' || record.commit === null) return;
    for (const { table, row } of record.commit.writes) {
      if (table !== 'saga_log' || row === null) continue;
      const entry = row as unknown as SagaLogRow;
      listAt(index, entry.saga).push({ ...entry, seq: place });
    }
  },
});

/** The saga's log up to the playhead, oldest first. */
export function sagaLog(trace: Trace, saga: string, seq: number): readonly SagaLogEntry[] {
  const entries = logIndex(trace).get(saga) ?? [];
  return entries.slice(0, countWhile(entries.length, (at) => entries[at]!.seq < seq));
}

/** An attempt counted in its round, as on the step's card: a person's retry starts a new round, while attempts go on counting. */
export function attemptInRound(log: readonly SagaLogEntry[], step: string | null, phase: Phase | null, attempt: number): number {
  const round = log.findLast((entry) => entry.type === 'retried-by-hand' && entry.step === step && entry.phase === phase && entry.attempt <= attempt);
  return round ? attempt - round.attempt + 1 : attempt;
}
