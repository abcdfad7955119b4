/** The form of an order follows from the scenario's own requests: the first one is the pattern, all of them give the choices. */
import type { Json, Row } from '#trace/records.ts';
import type { Scenario } from '../kit/scenario.ts';

export interface NumberField { readonly type: 'number'; readonly id: string; readonly least: number; readonly most: number; readonly whole: boolean }
export type Field =
  | { readonly type: 'text'; readonly id: string; readonly choices: readonly string[] }
  | NumberField
  | { readonly type: 'list'; readonly id: string; readonly columns: readonly Field[] }
  | { readonly type: 'json'; readonly id: string };

/** An amount in a request, and a quantity in one of its lines: more than these nobody orders. */
const MOST_AMOUNT = 1_000_000_000;
const MOST_QUANTITY = 1_000_000;

const isRow = (value: Json | undefined): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** A line's numbers count things, where the scenario's own do: from 1. Fractions where it has some itself. */
function numberField(id: string, values: readonly (Json | undefined)[], inLine: boolean): NumberField {
  const numbers = values.filter((value) => typeof value === 'number');
  return { type: 'number', id, least: inLine && numbers.every((value) => value >= 1) ? 1 : 0, most: inLine ? MOST_QUANTITY : MOST_AMOUNT, whole: numbers.every(Number.isInteger) };
}

function fieldOf(id: string, values: readonly (Json | undefined)[], inLine: boolean): Field {
  const [first] = values;
  if (typeof first === 'string') return { type: 'text', id, choices: [...new Set(values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String))] };
  if (typeof first === 'number') return numberField(id, values, inLine);
  if (isList(first) && first.length > 0 && first.every(isRow)) {
    const rows = values.flatMap((value) => (isList(value) ? value.filter(isRow) : []));
    return { type: 'list', id, columns: Object.keys(first[0]!).map((column) => fieldOf(column, rows.map((row) => row[column]), true)) };
  }
  return { type: 'json', id };
}

export function fieldsOf({ workload }: Scenario): readonly Field[] {
  const [pattern] = workload.requests;
  return pattern ? Object.keys(pattern).map((id) => fieldOf(id, workload.requests.map((request) => request[id]), false)) : [];
}

/** A line of a list to begin with. */
export const emptyLine = (columns: readonly Field[]): Row =>
  Object.fromEntries(columns.map((column) => [column.id, column.type === 'text' ? (column.choices[0] ?? '') : column.type === 'number' ? column.least : null]));

/** What was typed into a number's field; null where it is no such number. */
export function typedNumber({ least, most, whole }: NumberField, text: string): number | null {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) && value >= least && value <= most && (!whole || Number.isInteger(value)) ? Math.abs(value) : null;
}
