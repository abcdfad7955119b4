/** Which events of the log a filter lets through. Reads each event once per filter, in portions, so that a long log never blocks a frame. */
import type { StoredEvent, Trace } from '#trace/records.ts';
import { eventIndex } from './event-log.ts';
import { countBefore } from './indexed.ts';
import { compactJson } from './shown-text.ts';

/** Null and empty text: everything. */
export interface EventFilter { readonly type: string | null; readonly service: string | null; readonly saga: string | null; readonly text: string }
export const NO_FILTER: EventFilter = { type: null, service: null, saga: null, text: '' };

export const isFiltering = (filter: EventFilter): boolean =>
  filter.type !== null || filter.service !== null || filter.saga !== null || filter.text.trim() !== '';

/** What free text is looked for in, in lower case. */
export function searchText(event: StoredEvent): string {
  const { position, stream, version, type, service, saga, causation, data } = event;
  return `#${position} ${stream} v${version} ${type} ${service} ${saga ?? ''} m${causation} ${JSON.stringify(data)}`.toLowerCase();
}

export function passes(event: StoredEvent, filter: EventFilter): boolean {
  if (filter.type !== null && event.type !== filter.type) return false;
  if (filter.service !== null && event.service !== filter.service) return false;
  if (filter.saga !== null && event.saga !== filter.saga) return false;
  const text = filter.text.trim().toLowerCase();
  return text === '' || searchText(event).includes(text);
}

const DATA_LIMIT = 160;
const dataTexts = new WeakMap<object, string>();

/** The event's data as one short line; begins nearer to what is searched for (in lower case) where that stands far in. */
export function excerpt({ data }: StoredEvent, query = ''): string {
  let text = dataTexts.get(data);
  if (text === undefined) dataTexts.set(data, (text = compactJson(data, DATA_LIMIT)));
  if (query === '') return text;
  const whole = JSON.stringify(data);
  const at = whole.toLowerCase().indexOf(query);
  return at < 30 ? text : `…${whole.slice(at - 12, at + DATA_LIMIT)}`;
}

export interface FilteredLog {
  /** How many rows there are at the playhead. */
  readonly count: number;
  /** Index into the log's events of the row `at`. */
  index(at: number): number;
  /** The first row whose index into the log's events is not before `index`. */
  rowOf(index: number): number;
  /** False while events at the playhead are still to be looked through; ask again. */
  readonly complete: boolean;
}

interface Progress { readonly matches: number[]; scanned: number }
const progress = new WeakMap<Trace, { readonly key: string; readonly state: Progress }>();

/** The rows that pass among the first `shown` events; looks at no more than `portion` new events. */
export function filterLog(trace: Trace, shown: number, filter: EventFilter, portion = 20_000): FilteredLog {
  if (!isFiltering(filter)) return { count: shown, index: (at) => at, rowOf: (index) => index, complete: true };
  const { events } = eventIndex(trace);
  const { matches, scanned } = advance(trace, filter, Math.min(events.length, shown), portion);
  return {
    count: countBefore(matches, shown),
    index: (at) => matches[at]!,
    rowOf: (index) => countBefore(matches, index),
    complete: scanned >= shown,
  };
}

function advance(trace: Trace, filter: EventFilter, until: number, portion: number): Progress {
  const key = JSON.stringify([filter.type, filter.service, filter.saga, filter.text.trim().toLowerCase()]);
  let known = progress.get(trace);
  if (known?.key !== key) progress.set(trace, (known = { key, state: { matches: [], scanned: 0 } }));
  const { state } = known;
  const { events } = eventIndex(trace);
  const end = Math.min(until, state.scanned + portion);
  for (; state.scanned < end; state.scanned += 1) if (passes(events[state.scanned]!, filter)) state.matches.push(state.scanned);
  return state;
}
