/** Numbers and virtual times in the person's language. */
import type { Locale } from '#messages/index.ts';

export interface Format {
  number(value: number): string;
  /** Virtual milliseconds: `1,240 ms`. */
  ms(value: number): string;
  percent(fraction: number): string;
  list(items: readonly string[]): string;
}

export function createFormat(locale: Locale): Format {
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: 'always' as never });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  return {
    number: (value) => number.format(value),
    ms: (value) => `${number.format(Math.round(value))} ms`,
    percent: (fraction) => percent.format(fraction),
    list: (items) => list.format(items),
  };
}
