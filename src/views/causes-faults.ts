/** Where each failure point struck. */
import type { Trace } from '#trace/records.ts';
import { countBefore, createIndex, listAt } from './indexed.ts';

const strikeIndex = createIndex<Map<string, number[]>>({
  create: () => new Map(),
  add(index, record, place) {
    if (record.kind !== 'transition') return;
    for (const { point } of record.faults) listAt(index, point).push(place);
  },
});

/** Places of the transitions that the failure point disturbed, up to the playhead. */
export function strikesOf(trace: Trace, point: string, seq: number): readonly number[] {
  const places = strikeIndex(trace).get(point) ?? [];
  return places.slice(0, countBefore(places, seq));
}
