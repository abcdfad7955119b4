/** The event log as CSV (RFC 4180), for spreadsheets. Not for a round trip: cells that a spreadsheet would take for a formula get a prefix. */
import type { StoredEvent, Trace } from '#trace/records.ts';
import { visible } from './escape.ts';
import { eventsOf } from './events.ts';
import { timestamp } from './virtual-time.ts';

type Cell = string | number | null;
const COLUMNS: readonly (readonly [name: string, cell: (event: StoredEvent) => Cell])[] = [
  ['position', ({ position }) => position],
  ['type', ({ type }) => type],
  ['stream', ({ stream }) => stream],
  ['version', ({ version }) => version],
  ['service', ({ service }) => service],
  ['saga', ({ saga }) => saga],
  ['step', ({ step }) => step],
  ['correlation', ({ correlation }) => correlation],
  ['causation', ({ causation }) => causation],
  ['at_ms', ({ at }) => at],
  ['time', ({ at }) => timestamp(at)],
  ['id', ({ id }) => id],
  ['data', ({ data }) => JSON.stringify(data)],
];
/** Spreadsheets show no more in a cell. */
const LONGEST_CELL = 32_000;

export function csv(trace: Trace): string {
  const lines = [COLUMNS.map(([name]) => name), ...eventsOf(trace).map((event) => COLUMNS.map(([, cell]) => cell(event)))];
  return lines.map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

export function csvCell(value: Cell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  // The prefix goes by the cell as it was: a tab or a line end at its start is a formula's disguise too.
  const formula = /^[=+\-@\t\r\n]/.test(value);
  const text = visible(value, LONGEST_CELL);
  return formula || /[",\r\n]/.test(text) ? `"${formula ? "'" : ''}${text.replaceAll('"', '""')}"` : text;
}
