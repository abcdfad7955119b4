/** Where two traces part. */
import type { Json, Trace, TraceRecord } from '#trace/records.ts';
import { shownValue } from './shown-text.ts';

export interface Difference {
  /** Position of the first record that is not the same. */
  readonly seq: number;
  /** Virtual time of the earlier of the two. */
  readonly at: number;
  /** Null where a trace has ended before. */
  readonly left: TraceRecord | null;
  readonly right: TraceRecord | null;
  /** The first part of the record that differs, as `sends[0].arrivesAt`, with its values; null where one side has no record. */
  readonly part: { readonly path: string; readonly left: string; readonly right: string } | null;
}

/** Null when they are the same to the last record. */
export function firstDifference(left: Trace, right: Trace): Difference | null {
  const length = Math.max(left.length, right.length);
  for (let seq = 0; seq < length; seq += 1) {
    const one = left[seq] ?? null;
    const other = right[seq] ?? null;
    if (one !== null && one === other) continue;
    if (one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other)) continue;
    return { seq, at: Math.min(one?.at ?? Infinity, other?.at ?? Infinity), left: one, right: other, part: one && other && partOf(one as unknown as Json, other as unknown as Json, '') };
  }
  return null;
}

const isTree = (value: Json | undefined): value is { readonly [key: string]: Json } => typeof value === 'object' && value !== null;

function partOf(left: Json | undefined, right: Json | undefined, path: string): Difference['part'] {
  if (isTree(left) && isTree(right)) {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      if (JSON.stringify(left[key]) === JSON.stringify(right[key])) continue;
      return partOf(left[key], right[key], /^\d+$/.test(key) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`);
    }
  }
  return { path, left: shownValue(left, 80), right: shownValue(right, 80) };
}
