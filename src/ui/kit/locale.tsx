/** The present language: its texts, its numbers. Changes at run time without a reload. */
import { createContext, use, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { LOCALES, messagesFor } from '#messages/index.ts';
import type { Locale, Messages } from '#messages/index.ts';
import { createFormat } from './format.ts';
import type { Format } from './format.ts';
import { remember, remembered } from './preferences.ts';

interface LocaleState { readonly locale: Locale; readonly messages: Messages; readonly format: Format; readonly setLocale: (locale: Locale) => void }
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

export function LocaleProvider({ children }: { children: ReactNode }) {
  const [locale, setLocale] = useState(preferredLocale);
  useEffect(() => { document.documentElement.lang = locale; }, [locale]);
  useEffect(() => {
    const follow = (): void => { const next = linked(); if (next) setLocale(next); };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const state = useMemo<LocaleState>(() => ({
    locale, messages: messagesFor(locale), format: createFormat(locale),
    setLocale: (next) => { remember('locale', next); setLocale(next); },
  }), [locale]);
  return <LocaleContext value={state}>{children}</LocaleContext>;
}

export function useLocale(): LocaleState {
  const state = use(LocaleContext);
  if (!state) throw new Error('no LocaleProvider above this component');
  return state;
}
export const useMessages = (): Messages => useLocale().messages;
export const useFormat = (): Format => useLocale().format;
/** Picks from a scenario's own texts. */
export const useText = (): ((text: { readonly en: string; readonly es: string }) => string) => {
  const { locale } = useLocale();
  return (text) => text[locale];
};
