/** A problem in words, with its place. Apart from the catalogue, so that the page loads these texts only when something is wrong. */
import { problemsTexts } from './areas/problems.ts';
import type { P } from './areas/problems.ts';
import type { Locale } from './catalogue.ts';

/** The shape of scenarios/problems.ts, which this layer does not know. */
export interface ToldProblem { readonly code: string; readonly path: string; readonly params: P; readonly line?: number; readonly column?: number }

/** What is wrong, without its place. The code itself where there are no words for it. */
export function problemWords({ code, params }: ToldProblem, locale: Locale): string {
  const texts: { readonly [code: string]: string | ((p: P) => string) } = problemsTexts[locale];
  const text = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return typeof text === 'function' ? text(params) : (text ?? code);
}

/** `saga.steps[2].service (line 14, column 7)`; empty where a problem is about the whole. */
export function problemPlace({ path, line, column }: ToldProblem, locale: Locale): string {
  const position = line === undefined || column === undefined ? '' : problemsTexts[locale].place({ line, column });
  const short = path.length > 120 ? `${path.slice(0, 120)}…` : path;
  return short === '' || position === '' ? short || position : `${short} (${position})`;
}

export function problemText(problem: ToldProblem, locale: Locale): string {
  const place = problemPlace(problem, locale);
  return place === '' ? problemWords(problem, locale) : `${place}: ${problemWords(problem, locale)}`;
}
