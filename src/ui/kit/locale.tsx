/** The present language: its texts, its numbers. Changes at run time without a reload. */
import { createContext, use, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { LOCALES, loadMessages } from '#messages/index.ts';
import type { Locale, Messages } from '#messages/index.ts';
import { createFormat } from './format.ts';
import type { Format } from './format.ts';
import { remember, remembered } from './preferences.ts';
import { textIn } from './scenario.ts';
import type { ScenarioText } from './scenario.ts';

/** A language whose texts are loaded. */
export interface Language { readonly locale: Locale; readonly messages: Messages }
interface LocaleState extends Language {
  readonly format: Format;
  /** The other texts are fetched first. @throws when they cannot be. */
  readonly setLocale: (locale: Locale) => Promise<void>;
}
const LocaleContext = createContext<LocaleState | null>(null);

const isLocale = (text: string | null | undefined): text is Locale => LOCALES.some((locale) => locale === text);
const linked = (): Locale | null => {
  const named = new URLSearchParams(location.hash.slice(1)).get('lang');
  return isLocale(named) ? named : null;
};

/** From the link, else as remembered, else as the browser says, else English. */
function preferredLocale(): Locale {
  const kept = remembered('locale');
  return linked() ?? (isLocale(kept) ? kept : navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale)) ?? 'en';
}

const load = async (locale: Locale): Promise<Language> => ({ locale, messages: await loadMessages(locale) });
export const preferredLanguage = (): Promise<Language> => load(preferredLocale());

/** `first`: the language that the page opens in. */
export function LocaleProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(first);
  const wanted = useRef(first.locale);
  const { locale } = language;
  useEffect(() => { document.documentElement.lang = locale; }, [locale]);
  const [change] = useState(() => async (next: Locale): Promise<void> => {
    wanted.current = next;
    const loaded = await load(next);
    if (wanted.current === next) setLanguage(loaded);
  });
  useEffect(() => {
    const follow = (): void => { const next = linked(); if (next) change(next).catch(() => { /* out of reach: the page stays in the language that it has */ }); };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [change]);
  const state = useMemo<LocaleState>(() => ({
    ...language, format: createFormat(language.locale),
    setLocale: async (next) => {
      await change(next);
      remember('locale', next);
    },
  }), [language, change]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

export function useLocale(): LocaleState {
  const state = use(LocaleContext);
  if (!state) throw new Error('no LocaleProvider above this component');
  return state;
}
export const useMessages = (): Messages => useLocale().messages;
export const useFormat = (): Format => useLocale().format;
/** Picks from a scenario's own texts: the one place where they are read for the screen, fit to be shown. */
export const useText = (): ((text: ScenarioText) => string) => {
  const { locale } = useLocale();
  return (text) => textIn(text, locale);
};
