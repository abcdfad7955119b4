/** Where each failure point struck, and since when it is set as it is. */
import type { Trace } from '#trace/records.ts';
import { countBefore, createIndex, listAt } from './indexed.ts';

interface FaultIndex {
  /** Failure point -> places of the transitions that it disturbed. */
  readonly strikes: Map<string, number[]>;
  /** Failure point -> places of the interventions that set it. */
  readonly settings: Map<string, number[]>;
}
const faultIndex = createIndex<FaultIndex>({
  create: () => ({ strikes: new Map(), settings: new Map() }),
  add({ strikes, settings }, record, place) {
    if (record.kind === 'intervention' && 'point' in record.action) listAt(settings, record.action.point.id).push(place);
    if (record.kind === 'transition') for (const { point } of record.faults) listAt(strikes, point).push(place);
  },
});
const NONE: readonly number[] = [];

/** Places of the transitions that the failure point disturbed, up to the playhead; whatever its setting was. */
export function strikesOf(trace: Trace, point: string, seq: number): readonly number[] {
  const places = faultIndex(trace).strikes.get(point) ?? NONE;
  return places.slice(0, countBefore(places, seq));
}

/** Place of the intervention that set the failure point as it is at the playhead; null when it is so from the start. */
export function settingOf(trace: Trace, point: string, seq: number): number | null {
  const places = faultIndex(trace).settings.get(point) ?? NONE;
  return places[countBefore(places, seq) - 1] ?? null;
}
