/** Templates of the scenario document, compiled to functions once: `{request.amount}`, `payment-{request.id}`. */
import type { Json, Row } from '#trace/records.ts';
import type { Template } from './document.ts';

/** What a template may speak of; the roots of its paths. */
export interface Scope {
  readonly request?: Json | undefined;
  readonly item?: Json | undefined;
  readonly saga?: Json | undefined;
  readonly event?: Json | undefined;
  readonly data?: Json | undefined;
}
export type Evaluate = (scope: Scope) => Json;

export const ROOTS: readonly (keyof Scope)[] = ['request', 'item', 'saga', 'event', 'data'];

/** An activity cannot be carried out with these values; the service refuses the command with this reason. */
export class ActivityError extends Error { override readonly name = 'ActivityError'; }

const field = (value: Json | undefined, name: string): Json =>
  (value !== null && typeof value === 'object' && Object.hasOwn(value, name) ? ((value as Row)[name] ?? null) : null);

/** A path such as `request.items`; what does not exist gives null. */
export function compilePath(path: string): Evaluate {
  const [root, ...rest] = path.split('.') as [keyof Scope, ...string[]];
  const [first, second] = rest;
  if (rest.length === 1) return (scope) => field(scope[root], first!);
  if (rest.length === 2) return (scope) => field(field(scope[root], first!), second!);
  return (scope) => rest.reduce<Json>((value, name) => field(value, name), scope[root] ?? null);
}

const HOLE = /\{([a-z][\w.-]*)\}/gi;

/** The paths that a template's strings refer to. */
export function pathsIn(template: Template): readonly string[] {
  if (typeof template === 'string') return [...template.matchAll(HOLE)].map((match) => match[1]!);
  if (template === null || typeof template !== 'object') return [];
  return Object.values(template).flatMap((part) => pathsIn(part));
}

export function compileTemplate(template: Template): Evaluate {
  if (typeof template === 'string') return compileText(template);
  if (template === null || typeof template !== 'object') return () => template;
  if (Array.isArray(template)) {
    const parts = template.map(compileTemplate);
    return (scope) => parts.map((part) => part(scope));
  }
  return compileRecord(template as { readonly [field: string]: Template });
}

/** A row whose columns are templates. */
export function compileRecord(columns: { readonly [field: string]: Template }): (scope: Scope) => Row {
  const parts = Object.entries(columns).map(([name, value]) => [name, compileTemplate(value)] as const);
  return (scope) => {
    const row: { [column: string]: Json } = {};
    for (const [name, evaluate] of parts) row[name] = evaluate(scope);
    return row;
  };
}

function compileText(text: string): Evaluate {
  const holes = [...text.matchAll(HOLE)];
  if (holes.length === 0) return () => text;
  if (holes.length === 1 && holes[0]![0] === text) return compilePath(holes[0]![1]!);
  const parts: (string | Evaluate)[] = [];
  let from = 0;
  for (const hole of holes) {
    if (hole.index > from) parts.push(text.slice(from, hole.index));
    parts.push(compilePath(hole[1]!));
    from = hole.index + hole[0].length;
  }
  if (from < text.length) parts.push(text.slice(from));
  return (scope) => {
    let result = '';
    for (const part of parts) result += typeof part === 'string' ? part : asText(part(scope));
    return result;
  };
}

export const asText = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

export function asNumber(value: Json | undefined, what: string): number {
  if (typeof value !== 'number') throw new ActivityError(`not-a-number: ${what}`);
  return value;
}
