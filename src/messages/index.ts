/** The catalogue: one area per part of the screen. Adding one is adding a file and a line here. */
import { appTexts } from './areas/app.ts';
import { failuresTexts } from './areas/failures.ts';
import { flowTexts } from './areas/flow.ts';
import { hintsTexts } from './areas/hints.ts';
import { narrationTexts } from './areas/narration.ts';
import { ordersTexts } from './areas/orders.ts';
import { playbackTexts } from './areas/playback.ts';
import { stuckTexts } from './areas/stuck.ts';
import { databasesTexts } from './areas/databases.ts';
import { inspectorTexts } from './areas/inspector.ts';
import { logTexts } from './areas/log.ts';
import { projectionsTexts } from './areas/projections.ts';
import { sessionTexts } from './areas/session.ts';
import { transferTexts } from './areas/transfer.ts';
import type { Locale } from './catalogue.ts';

export { LOCALES } from './catalogue.ts';
export type { Locale } from './catalogue.ts';

const catalogue = (locale: Locale) => ({
  app: appTexts[locale],
  databases: databasesTexts[locale],
  inspector: inspectorTexts[locale],
  log: logTexts[locale],
  projections: projectionsTexts[locale],
  failures: failuresTexts[locale],
  flow: flowTexts[locale],
  hints: hintsTexts[locale],
  narration: narrationTexts[locale],
  orders: ordersTexts[locale],
  playback: playbackTexts[locale],
  stuck: stuckTexts[locale],
  session: sessionTexts[locale],
  transfer: transferTexts[locale],
});
export type Messages = ReturnType<typeof catalogue>;

const byLocale: { readonly [L in Locale]: Messages } = { en: catalogue('en'), es: catalogue('es') };
export const messagesFor = (locale: Locale): Messages => byLocale[locale];

/** The text under a dotted key such as `notices.imported`, for keys that are known only at run time; the key itself when there is none. */
export function textAt(messages: Messages, key: string, params: Readonly<Record<string, string | number>>): string {
  let entry: unknown = messages;
  for (const part of key.split('.')) entry = typeof entry === 'object' && entry !== null && Object.hasOwn(entry, part) ? (entry as Record<string, unknown>)[part] : undefined;
  if (typeof entry === 'string') return entry;
  return typeof entry === 'function' ? (entry as (params: Readonly<Record<string, string | number>>) => string)(params) : key;
}
