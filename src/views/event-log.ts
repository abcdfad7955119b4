/** The write event log: every event that a transition committed, in the order of the commits (D33). */
import type { StoredEvent, Trace } from '#trace/records.ts';
import { countBefore, createIndex, listAt } from './indexed.ts';

interface EventIndex {
  readonly events: StoredEvent[];
  /** Place in the trace of the transition that committed each event. */
  readonly places: number[];
  readonly byPosition: Map<number, number>;
  /** Stream -> indices into `events`. */
  readonly streams: Map<string, number[]>;
  /** What there is to filter by, in the order of first sight. */
  readonly types: string[];
  readonly services: string[];
  readonly sagas: string[];
  readonly seen: Set<string>;
}

/** All events of a trace; for what a playhead shows, see `eventLog`. */
export const eventIndex = createIndex<EventIndex>({
  create: () => ({ events: [], places: [], byPosition: new Map(), streams: new Map(), types: [], services: [], sagas: [], seen: new Set() }),
  add(index, record, place) {
    if (record.kind !== 'transition' || record.commit === null) return;
    for (const event of record.commit.events) {
      index.byPosition.set(event.position, index.events.length);
      listAt(index.streams, event.stream).push(index.events.length);
      index.events.push(event);
      index.places.push(place);
      note(index, 'type', event.type, index.types);
      note(index, 'service', event.service, index.services);
      if (event.saga !== null) note(index, 'saga', event.saga, index.sagas);
    }
  },
});

function note(index: EventIndex, what: string, value: string, into: string[]): void {
  const mark = `${what} ${value}`;
  if (index.seen.has(mark)) return;
  index.seen.add(mark);
  into.push(value);
}

export interface EventLogView {
  /** All events known, the shown ones first. */
  readonly events: readonly StoredEvent[];
  /** How many of them the playhead shows. */
  readonly count: number;
  /** Global position of the last one shown; 0 when there is none. */
  readonly head: number;
  readonly types: readonly string[];
  readonly services: readonly string[];
  readonly sagas: readonly string[];
  /** Index into `events` of a global position; -1 when there is none. */
  indexOf(position: number): number;
}

/** The log as the first `seq` records of the trace leave it. */
export function eventLog(trace: Trace, seq: number): EventLogView {
  const { events, places, byPosition, types, services, sagas } = eventIndex(trace);
  const count = countBefore(places, seq);
  return { events, count, head: events[count - 1]?.position ?? 0, types, services, sagas, indexOf: (position) => byPosition.get(position) ?? -1 };
}

/** An event by its global position, with the place of its transition; null when no transition of the trace committed it. */
export function eventAt(trace: Trace, position: number): { readonly event: StoredEvent; readonly place: number } | null {
  const index = eventIndex(trace);
  const found = index.byPosition.get(position);
  return found === undefined ? null : { event: index.events[found]!, place: index.places[found]! };
}

/** A stream's events up to the playhead: versions contiguous from 1 (D33). */
export function streamHistory(trace: Trace, stream: string, seq: number): readonly StoredEvent[] {
  const { events, places, streams } = eventIndex(trace);
  const shown = countBefore(places, seq);
  const own = streams.get(stream) ?? [];
  return own.slice(0, countBefore(own, shown)).map((at) => events[at]!);
}
