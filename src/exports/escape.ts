/** Text of data, made harmless for the format it goes into. */
import { clipText, escapeUnseen, escapeUnseenInLines } from '#trace/unseen.ts';

/** JSON text with the unseen escaped: it reads back to the same value. */
export const plainJson = escapeUnseenInLines;

/** The unseen made visible; clipped. For formats that are only looked at. */
export const visible = (text: string, limit = 200): string => escapeUnseen(clipText(text, limit));

const ENTITIES: { readonly [char: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const xml = (text: string): string => visible(text).replace(/[&<>"']/g, (char) => ENTITIES[char]!);
