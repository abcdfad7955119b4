/** Events that a projection put aside: it could not take them, or never got them. They stay put aside. */
import type { Trace } from '#trace/records.ts';
import { countBefore, createIndex } from './indexed.ts';

export interface DeadLetter {
  readonly position: number;
  /** Null where the event never came: nobody told the projection what it was. */
  readonly type: string | null;
  /** `poison-event` or `lost`. */
  readonly reason: string;
  readonly at: number;
}
interface Letters { readonly letters: DeadLetter[]; readonly places: number[] }

const index = createIndex<Map<string, Letters>>({
  create: () => new Map(),
  add(byProjection, record, place) {
    if (record.kind !== 'transition' || record.commit === null || !record.participant.startsWith('projection:')) return;
    for (const { table, row } of record.commit.writes) {
      if (table !== 'dead_letters' || row === null) continue;
      const { projection, position, type, reason } = row as { readonly projection: string; readonly position: number; readonly type: string | null; readonly reason: string };
      let known = byProjection.get(projection);
      if (!known) byProjection.set(projection, (known = { letters: [], places: [] }));
      known.letters.push({ position, type, reason, at: record.at });
      known.places.push(place);
    }
  },
});

/** In the order in which they were put aside. */
export function deadLettersAt(trace: Trace, seq: number, projection: string): readonly DeadLetter[] {
  const known = index(trace).get(projection);
  return known ? known.letters.slice(0, countBefore(known.places, seq)) : [];
}
