/** The scenario document's schema: shapes, caps and ranges. What the parts mean to each other is judged in check.ts. */
import * as v from 'valibot';
import type { Json } from '#trace/records.ts';
import { MOST_FAILURE_POINTS } from './check-failure-points.ts';
import { SCENARIO_FORMAT, SCENARIO_VERSION } from './document.ts';
import type { ScenarioDocument } from './document.ts';
import { byName, eventType, fraction, identifier, json, list, longText, milliseconds, oneOf, path, row, slug, text, whole } from './schema-parts.ts';

const stream = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const reason = v.pipe(v.string(), v.minLength(1), v.maxLength(200));

const guard = v.strictObject({
  table: identifier,
  key: json,
  field: identifier,
  test: v.picklist(['==', '!=', '>=', '<=', '>', '<', 'exists', 'absent']),
  value: json,
  reason,
  forEach: v.optional(path),
});

const fieldChange = v.variant('op', [
  v.strictObject({ op: v.literal('set'), field: identifier, value: json }),
  v.strictObject({ op: v.picklist(['add', 'subtract']), field: identifier, value: json }),
]);
const fieldChanges = list(fieldChange, 64);

const effect = v.variant('op', [
  v.strictObject({ op: v.picklist(['insert', 'put']), table: identifier, row: byName(identifier, json), forEach: v.optional(path) }),
  v.strictObject({ op: v.literal('update'), table: identifier, key: json, changes: fieldChanges, forEach: v.optional(path) }),
  v.strictObject({ op: v.literal('delete'), table: identifier, key: json, forEach: v.optional(path) }),
]);

const eventTemplate = v.strictObject({ type: eventType, stream, data: byName(identifier, json) });
const activity = {
  guards: list(guard, 64),
  effects: list(effect, 64),
  event: v.nullable(eventTemplate),
  rejection: v.nullable(eventTemplate),
};

const table = v.strictObject({ id: identifier, key: identifier, rows: list(row, 10_000), checks: list(guard, 64) });
const aggregate = v.strictObject({
  id: identifier,
  prefix: v.pipe(v.string(), v.maxLength(64)),
  initial: row,
  evolve: byName(eventType, fieldChanges),
});
const service = v.strictObject({
  id: slug,
  name: text,
  store: v.picklist(['relational', 'documents', 'event-streams']),
  tables: list(table, 32),
  aggregates: list(aggregate, 32),
  messaging: v.optional(v.strictObject({ inbox: v.boolean(), outbox: v.boolean() })),
});

const retry = v.strictObject({ attempts: whole(1, 1_000_000), backOff: milliseconds, factor: fraction(0, 100) });
const step = v.strictObject({
  id: slug,
  service: slug,
  kind: v.picklist(['compensatable', 'pivot', 'retriable']),
  name: text,
  action: v.strictObject(activity),
  compensation: v.nullable(v.strictObject({ ...activity, id: slug, name: text })),
});
const saga = v.strictObject({
  name: text,
  retry,
  compensationRetry: retry,
  timeout: milliseconds,
  steps: list(step, 64, 1),
});

const projection = v.strictObject({
  id: slug,
  name: text,
  key: identifier,
  columns: list(v.strictObject({ id: identifier, name: text }), 32, 1),
  groupBy: v.nullable(identifier),
  initial: row,
  baseline: v.nullable(v.strictObject({ service: slug, table: identifier, columns: byName(identifier, identifier) })),
  on: byName(eventType, list(v.strictObject({ key: json, changes: fieldChanges, forEach: v.optional(path) }), 64)),
  latency: milliseconds,
});

const times = v.optional(v.pipe(v.number(), v.minValue(-1000), v.maxValue(1000)));
const where = v.optional(byName(identifier, json));
const terms = list(oneOf('term', [
  v.strictObject({ sum: identifier, service: slug, table: identifier, where, times }),
  v.strictObject({ count: v.literal(true), service: slug, table: identifier, where, times }),
  v.strictObject({ events: eventType, service: slug, times }),
]), 32, 1);
const invariant = v.strictObject({ id: slug, name: text, left: terms, right: oneOf('right', [v.literal('initial'), terms]) });

/** Also part of run files: interventions carry failure points. Kinds are judged with the meaning, so that an unknown one can be named. */
export const failurePointSchema = v.strictObject({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  kind: v.pipe(v.string(), v.maxLength(64)),
  target: oneOf('target', [
    v.strictObject({ step: slug, phase: v.picklist(['action', 'compensation']) }),
    v.strictObject({ process: slug }),
  ]),
  occurrence: v.variant('mode', [
    v.strictObject({ mode: v.picklist(['first', 'every']) }),
    v.strictObject({ mode: v.picklist(['nth', 'first-n']), n: whole(1, 1_000_000) }),
  ]),
  params: byName(identifier, v.number()),
  probability: v.optional(fraction(0, 1)),
});

export const MOST_ORDERS = 100_000;

export const scenarioSchema = v.strictObject({
  format: v.literal(SCENARIO_FORMAT),
  version: v.literal(SCENARIO_VERSION),
  id: slug,
  name: text,
  description: longText,
  network: v.strictObject({ latency: milliseconds, jitter: milliseconds }),
  services: list(service, 32, 1),
  saga,
  projections: list(projection, 32),
  workload: v.strictObject({ count: whole(0, MOST_ORDERS), interval: milliseconds, requests: list(row, 1000) }),
  invariants: list(invariant, 64),
  failurePoints: list(failurePointSchema, MOST_FAILURE_POINTS),
  limits: v.strictObject({ stepBudget: whole(1, 1_000_000) }),
});

/** Fails to compile where the schema and the document's type disagree, either way. */
type DeepReadonly<T> = [Json] extends [T] ? T : T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
type Output = DeepReadonly<v.InferOutput<typeof scenarioSchema>>;
type Assignable<To, From extends To> = [To, From];
export type SchemaAgrees = [Assignable<ScenarioDocument, Output>, Assignable<Output, ScenarioDocument>];
