/** The pieces that documents are made of: names, numbers with their ranges, lists with their caps, and pieces of plain JSON. */
import * as v from 'valibot';
import type { Json, Row } from '#trace/records.ts';

/** Ids of services, steps, projections, ...: they appear in links and in names of databases. */
export const slug = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, 'slug'));
/** Tables, columns, fields: what a template's path can speak of. */
export const identifier = v.pipe(v.string(), v.maxLength(64), v.regex(/^(?!(?:__proto__|constructor|prototype)$)[A-Za-z_][\w-]*$/, 'identifier'));
export const eventType = v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z][\w.-]*$/, 'event-type'));
const label = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A path such as `request.items`; its root is judged with the meaning. */
export const path = v.pipe(v.string(), v.maxLength(200), v.regex(/^[A-Za-z][\w-]*(?:\.[\w-]+)*$/, 'path'));
export const text = v.strictObject({ en: label, es: label });
export const longText = v.strictObject({ en: v.pipe(v.string(), v.maxLength(2000)), es: v.pipe(v.string(), v.maxLength(2000)) });

export const whole = (min: number, max: number) => v.pipe(v.number(), v.integer(), v.minValue(min), v.maxValue(max));
export const fraction = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max));
/** Virtual milliseconds: up to a day. */
export const milliseconds = whole(0, 86_400_000);

/** Anything that is JSON. What is not was refused before the schema is asked (json-text.ts, json-value.ts). */
export const json = v.custom<Json>(() => true);
export const row = v.custom<Row>((value) => typeof value === 'object' && value !== null && !Array.isArray(value), 'object');

export const list = <S extends v.GenericSchema>(item: S, most: number, least = 0) => v.pipe(v.array(item), v.minLength(least), v.maxLength(most));
export const byName = <K extends v.GenericSchema<string, string>, S extends v.GenericSchema>(key: K, value: S) => v.record(key, value);

/** A union that an issue can be explained by: the message names it, and `UNIONS` knows its options. */
const unions = new Map<string, readonly v.GenericSchema[]>();
export const UNIONS: ReadonlyMap<string, readonly v.GenericSchema[]> = unions;
export function oneOf<const O extends readonly v.GenericSchema[]>(name: string, options: O) {
  unions.set(name, options);
  return v.union(options, name);
}
