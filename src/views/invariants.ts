/** Invariants that the end of a run found broken, and the events that have to do with what they count. */
import type { InvariantResult, StoredEvent, Trace } from '#trace/records.ts';
import { countBefore, createIndex, listAt } from './indexed.ts';

export interface EndState {
  /** Place of the `run-ended` record, which has all of them. */
  readonly place: number;
  readonly invariants: readonly InvariantResult[];
}

/** Every place at which what is known of the invariants changes. They speak of sagas that have ended: with one stuck they are not judged (D45). */
const verdicts = createIndex<{ readonly places: number[]; readonly broken: (EndState | null)[] }>({
  create: () => ({ places: [], broken: [] }),
  add({ places, broken }, record, place) {
    const before = broken.at(-1) ?? null;
    let now = before;
    if (record.kind === 'run-ended') {
      const invariants = record.outcome === 'stuck' ? [] : record.invariants.filter(({ holds }) => !holds);
      now = invariants.length > 0 ? { place, invariants } : null;
    } else if (record.kind !== 'intervention' || !record.action.type.endsWith('-failure-point')) now = null;
    if (now === before) return;
    places.push(place);
    broken.push(now);
  },
});

/** The broken ones at the end at which the run stands; null while it goes on, and where all of them hold. The same object until it changes. */
export function brokenAt(trace: Trace, seq: number): EndState | null {
  const { places, broken } = verdicts(trace);
  return broken[countBefore(places, seq) - 1] ?? null;
}

/** What an invariant counts: rows of a table, or events of a type. */
export interface Counted { readonly service: string; readonly table?: string; readonly events?: string }
export interface Involved {
  readonly event: StoredEvent;
  /** The same step of the same saga has caused such an event before: it was carried out more than once. */
  readonly again: boolean;
}
interface Found extends Involved { readonly place: number }

/** `service/table` and `service:type` -> the events of the commits that touched it. */
const touched = createIndex<{ readonly by: Map<string, Found[]>; readonly seen: Set<string> }>({
  create: () => ({ by: new Map(), seen: new Set() }),
  add({ by, seen }, record, place) {
    if (record.kind !== 'transition' || record.commit === null) return;
    const { writes, events } = record.commit;
    for (const event of events) {
      const mark = JSON.stringify([event.saga, event.step, event.type]);
      const found: Found = { event, again: event.saga !== null && seen.has(mark), place };
      seen.add(mark);
      listAt(by, `${event.service}:${event.type}`).push(found);
      for (const table of new Set(writes.map((write) => write.table))) listAt(by, `${record.participant}/${table}`).push(found);
    }
  },
});

/** The events before the playhead that changed what is counted, in the order of the log. */
export function involvedIn(trace: Trace, seq: number, counted: readonly Counted[]): readonly Involved[] {
  const { by } = touched(trace);
  const found = new Map<number, Found>();
  for (const { service, table, events } of counted) {
    const list = by.get(table === undefined ? `${service}:${events ?? ''}` : `${service}/${table}`) ?? [];
    const places = list.map(({ place }) => place);
    for (const each of list.slice(0, countBefore(places, seq))) found.set(each.event.position, each);
  }
  return [...found.values()].toSorted((one, other) => one.event.position - other.event.position);
}
