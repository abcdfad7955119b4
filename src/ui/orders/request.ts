/** The form of an order follows from the scenario's own requests: the first one is the pattern, all of them give the choices. */
import type { Json, Row } from '#trace/records.ts';
import type { Scenario } from '../kit/scenario.ts';

export type Field =
  | { readonly type: 'text' | 'number'; readonly id: string; readonly choices: readonly string[] }
  | { readonly type: 'list'; readonly id: string; readonly columns: readonly Field[] }
  | { readonly type: 'json'; readonly id: string };

const isRow = (value: Json | undefined): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function fieldOf(id: string, values: readonly (Json | undefined)[]): Field {
  const [first] = values;
  const distinct = [...new Set(values.filter((value) => typeof value === 'string' || typeof value === 'number').map(String))];
  if (typeof first === 'string') return { type: 'text', id, choices: distinct };
  if (typeof first === 'number') return { type: 'number', id, choices: [] };
  if (isList(first) && first.length > 0 && first.every(isRow)) {
    const rows = values.flatMap((value) => (isList(value) ? value.filter(isRow) : []));
    return { type: 'list', id, columns: Object.keys(first[0]!).map((column) => fieldOf(column, rows.map((row) => row[column]))) };
  }
  return { type: 'json', id };
}

export function fieldsOf({ workload }: Scenario): readonly Field[] {
  const [pattern] = workload.requests;
  return pattern ? Object.keys(pattern).map((id) => fieldOf(id, workload.requests.map((request) => request[id]))) : [];
}

/** A line of a list to begin with. */
export const emptyLine = (columns: readonly Field[]): Row =>
  Object.fromEntries(columns.map((column) => [column.id, column.type === 'text' ? (column.choices[0] ?? '') : column.type === 'number' ? 1 : null]));
