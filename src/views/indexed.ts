/**
 * An index over a trace that grows in place: reads each record once, whatever the playhead does. Entries remember the place of their
 * record, so that looking at the past is a search (`countBefore`) and not a new fold.
 */
import type { Trace, TraceRecord } from '#trace/records.ts';

export interface IndexSpec<T> {
  create(): T;
  /** Takes the record at `place` in; called once per record, in order. */
  add(index: T, record: TraceRecord, place: number, trace: Trace): void;
}

/** Gives the index of a trace, brought up to its length: O(records since the last call). */
export function createIndex<T>(spec: IndexSpec<T>): (trace: Trace) => T {
  const known = new WeakMap<Trace, { readonly index: T; length: number; last: TraceRecord | undefined }>();
  return (trace) => {
    let entry = known.get(trace);
    // A trace only grows; one that was cut or rewritten in place is read anew.
    if (!entry || trace.length < entry.length || (entry.length > 0 && trace[entry.length - 1] !== entry.last)) {
      entry = { index: spec.create(), length: 0, last: undefined };
      known.set(trace, entry);
    }
    for (; entry.length < trace.length; entry.length += 1) spec.add(entry.index, trace[entry.length]!, entry.length, trace);
    entry.last = trace[entry.length - 1];
    return entry.index;
  };
}

/** How many of the first `length` entries lie before a border, when those that do come first. */
export function countWhile(length: number, before: (at: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending `places` lie before `seq`: what the first `seq` records of a trace show. */
export const countBefore = (places: readonly number[], seq: number): number => countWhile(places.length, (at) => places[at]! < seq);

/** The list under a key, made on first use. */
export function listAt<K, V>(map: Map<K, V[]>, key: K): V[] {
  let list = map.get(key);
  if (!list) map.set(key, (list = []));
  return list;
}
