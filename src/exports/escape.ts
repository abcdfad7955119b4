/** Text of data, made harmless for the format it goes into. */

/** What the eye does not see or what turns the reading direction: controls, format characters, lone surrogates, line separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const UNSEEN_IN_JSON = /[\u007F-\u009F\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** Each UTF-16 unit as `\uXXXX`. */
const units = (text: string): string => {
  let escaped = '';
  for (let at = 0; at < text.length; at += 1) escaped += `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`;
  return escaped;
};

/** JSON text with the unseen escaped: it reads back to the same value. */
export const plainJson = (json: string): string => json.replace(UNSEEN_IN_JSON, units);

/** The unseen made visible; clipped. For formats that are only looked at. */
export function visible(text: string, limit = 200): string {
  const last = text.charCodeAt(limit - 1);
  const clipped = text.length > limit ? `${text.slice(0, last >= 0xd800 && last <= 0xdbff ? limit - 1 : limit)}…` : text;
  return clipped.replace(UNSEEN, units);
}

const ENTITIES: { readonly [char: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const xml = (text: string): string => visible(text).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
