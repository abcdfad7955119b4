/** The shape of a catalogue of texts. No library: an object with the same keys in every language. */

export type Locale = 'en' | 'es';
export const LOCALES: readonly Locale[] = ['en', 'es'];

export type Params = Readonly<Record<string, string | number>>;
export type NarrationParams = { readonly [name: string]: string };

/** A text, a text with parameters, or a group of entries. Numbers come formatted from ui/, except those that choose a plural. */
export type Entry = string | ((...parameters: never[]) => string) | { readonly [key: string]: Entry };

/** The same keys, the same parameters, other words. */
export type Translated<E> = { readonly [K in keyof E]: E[K] extends string ? string : E[K] extends (...parameters: never[]) => string ? E[K] : Translated<E[K]> };

export interface Area<E> { readonly en: Translated<E>; readonly es: Translated<E> }

/** Texts apart from the page's, loaded by whoever needs them: both languages side by side. A key that is missing or unknown in Spanish does not compile. */
export const area = <E extends { readonly [key: string]: Entry }>(texts: { readonly en: E; readonly es: NoInfer<Translated<E>> }): Area<E> =>
  texts as unknown as Area<E>;

/** English and Spanish both have one form for 1 and one for everything else. */
export const plural = (count: number, one: string, other: string): string => (count === 1 ? one : other);
