/** What a run gets when nobody says otherwise: in the page and on the command line alike. */

export const DEFAULT_PRESET = 'order';
export const DEFAULT_SEED = 7;
/** Seeds are whole numbers of 32 bits: all that the generator of random numbers distinguishes. */
export const MAX_SEED = 0xffff_ffff;

const isSeed = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MAX_SEED && !Object.is(value, -0);

/** A seed as a person or a link writes it: decimal digits. Null for anything else. */
export function parseSeed(text: string): number | null {
  const seed = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  return isSeed(seed) ? seed : null;
}
