/** Field changes of the document (`set`, `add`, `subtract`), compiled: a row in, the changed row out. */
import type { Json, Row } from '#trace/records.ts';
import type { FieldChange } from './document.ts';
import { asNumber, compilePath, compileTemplate } from './template.ts';
import type { Scope } from './template.ts';

export type Change = (row: Row, scope: Scope) => Row;

/** A copy to change; key by key, which is several times faster than a spread. */
function copyOf(row: Row): { [column: string]: Json } {
  const copy: { [column: string]: Json } = {};
  for (const column in row) copy[column] = row[column]!;
  return copy;
}

/** Later changes see what earlier ones did. A field that is missing counts as 0 for `add` and `subtract`. */
export function compileChanges(changes: readonly FieldChange[]): Change {
  const parts = changes.map(({ op, field, value }) => ({ op, field, evaluate: compileTemplate(value) }));
  return (row, scope) => {
    const changed = copyOf(row);
    for (const { op, field, evaluate } of parts) {
      const value = evaluate(scope);
      if (op === 'set') changed[field] = value;
      else {
        const sign = op === 'add' ? 1 : -1;
        changed[field] = asNumber(changed[field] ?? 0, field) + sign * asNumber(value, field);
      }
    }
    return changed;
  };
}

const withItem = ({ request, saga, event, data }: Scope, item: Json): Scope => ({ request, item, saga, event, data });
const ONCE = (scope: Scope): readonly Scope[] => [scope];

/** The scopes of a `forEach`: one for each item of the list at the path; the scope itself where there is none. */
export function compileForEach(path: string | undefined): (scope: Scope) => readonly Scope[] {
  if (path === undefined) return ONCE;
  const list = compilePath(path);
  return (scope) => {
    const items = list(scope);
    if (!Array.isArray(items)) return [];
    const scopes: Scope[] = [];
    for (const item of items as readonly Json[]) scopes.push(withItem(scope, item));
    return scopes;
  };
}
