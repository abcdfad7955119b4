/** The sagas that wait for a person. */
import type { SagaRow, Trace } from '#trace/records.ts';
import { countWhile, createIndex, listAt } from './indexed.ts';
import { sagasAt } from './sagas.ts';

export interface StuckSaga {
  readonly saga: SagaRow;
  /** Since this virtual time. */
  readonly since: number;
}

/** Saga -> when it got stuck, each time. */
const gotStuck = createIndex<Map<string, { readonly place: number; readonly at: number }[]>>({
  create: () => new Map(),
  add(bySaga, record, place) {
    if (record.kind !== 'transition' || record.participant !== 'orchestrator' || record.commit === null) return;
    for (const { table, key, row } of record.commit.writes) {
      if (table === 'sagas' && row?.['status'] === 'stuck') listAt(bySaga, key).push({ place, at: record.at });
    }
  },
});

/** All that are stuck at the playhead, in the order in which they started. */
export function stuckSagas(trace: Trace, seq: number): readonly StuckSaga[] {
  const { rows, counts } = sagasAt(trace, seq);
  if (counts.stuck === 0) return [];
  const known = gotStuck(trace);
  return [...rows.values()].filter(({ status }) => status === 'stuck').map((saga) => {
    const times = known.get(saga.id) ?? [];
    return { saga, since: times[countWhile(times.length, (at) => times[at]!.place < seq) - 1]?.at ?? saga.startedAt };
  });
}
