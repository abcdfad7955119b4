/**
 * The page's texts: `en/` and `es/`, a file for each part of the screen. A key that is missing or unknown in Spanish does not compile.
 * Only the language in use is loaded.
 */
import type { Locale, Params, Translated } from './catalogue.ts';
import type { en } from './en/index.ts';

export { LOCALES } from './catalogue.ts';
export type { Locale } from './catalogue.ts';

export type Messages = Translated<typeof en>;

/** @throws when the texts cannot be fetched. */
export async function loadMessages(locale: Locale): Promise<Messages> {
  return locale === 'en' ? (await import('./en/index.ts')).en : (await import('./es/index.ts')).es;
}

/** The text under a dotted key such as `notices.imported`, for keys that are known only at run time; the key itself when there is none. */
export function textAt(messages: Messages, key: string, params: Params): string {
  let entry: unknown = messages;
  for (const part of key.split('.')) entry = typeof entry === 'object' && entry !== null && Object.hasOwn(entry, part) ? (entry as Record<string, unknown>)[part] : undefined;
  if (typeof entry === 'string') return entry;
  return typeof entry === 'function' ? (entry as (params: Params) => string)(params) : key;
}
