/** Text of data, made fit to be looked at: the one list of characters that nobody sees, or that turn the reading direction. */

/** Controls, format characters (zero-width, bidi), lone surrogates, line separators, and fillers that look like nothing. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115F\u1160\u3164\uFFA0]/gu;
/** Control characters that JSON itself writes between its values. */
const LAYOUT = /[\t\n\r]/;

/** Each UTF-16 unit as `\uXXXX`: JSON reads it back. */
function units(text: string): string {
  let escaped = '';
  for (let at = 0; at < text.length; at += 1) escaped += `\\u${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  return escaped;
}

/** `\u202E` instead of what turns the line around. */
export const escapeUnseen = (text: string): string => text.replace(UNSEEN, units);

/** The same, but for the line breaks and tabs that lay out a text: JSON text stays the JSON text of the same value. */
export const escapeUnseenInLines = (text: string): string => text.replace(UNSEEN, (char) => (LAYOUT.test(char) ? char : units(char)));

/** At most `limit` characters, no character halved, with dots where something is missing. */
export const clipText = (text: string, limit: number): string => (text.length > limit ? `${wellCut(text, limit)}…` : text);

/** Cuts without halving a character. */
export function wellCut(text: string, limit: number): string {
  const last = text.charCodeAt(limit - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit);
}
