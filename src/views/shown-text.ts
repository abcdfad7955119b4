/** Text that came from data, made fit to be shown: nothing in it is invisible, turns the reading direction, or is endless. */
import type { Json } from '#trace/records.ts';
import { clipText, escapeUnseen, escapeUnseenInLines, wellCut } from '#trace/unseen.ts';

/** Deeper nesting than this is told by dots. */
const DEEPEST = 64;

/** `\u202E` instead of what turns the line around; clipped to about `limit` characters. */
export const shownText = (text: string, limit = 200): string => escapeUnseen(clipText(text, limit));

/** The same for text of more than one line. */
export const shownLines = (text: string, limit: number): string => escapeUnseenInLines(clipText(text, limit));

/** A value as compact JSON, text without its quotes; stops working once `limit` is reached, however large or deep the value. */
export function shownValue(value: Json | undefined, limit = 200): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return shownText(value, limit);
  return shownText(compactJson(value, limit), limit);
}

/** Compact JSON, cut short after about `limit` characters. */
export function compactJson(value: Json, limit: number, depth = 0): string {
  if (typeof value === 'string') return JSON.stringify(value.length > limit ? wellCut(value, limit) : value);
  if (value === null || typeof value !== 'object') return String(value);
  if (depth > DEEPEST) return '…';
  const isList = Array.isArray(value);
  let text = isList ? '[' : '{';
  let first = true;
  for (const [key, part] of Object.entries<Json>(value as { readonly [key: string]: Json })) {
    if (text.length > limit) return text;
    if (!first) text += ',';
    first = false;
    if (!isList) text += `${JSON.stringify(wellCut(key, limit))}:`;
    text += compactJson(part, limit - text.length, depth + 1);
  }
  return text + (isList ? ']' : '}');
}

/** JSON over several lines, for reading; cut short after about `limit` characters, with a note of how much is missing left to the caller. */
export function prettyJson(value: Json, limit = 20_000): { readonly text: string; readonly cut: boolean } {
  const short = compactJson(value, limit);
  if (short.length > limit) return { text: escapeUnseen(clipText(short, limit)), cut: true };
  return { text: escapeUnseenInLines(JSON.stringify(value, null, 2)), cut: false };
}
