/** What the columns of a projection are called, and the states that its groups stand for; everything else as it is stored. */
import { useMemo } from 'react';
import type { Json } from '#trace/records.ts';
import { shownText, shownValue } from '#views/shown-text.ts';
import { useLocale } from '../kit/locale.tsx';
import { textIn } from '../kit/scenario.ts';
import type { Scenario } from '../kit/scenario.ts';
import { useSession } from '../session-context.tsx';

export interface CellWords {
  readonly column: (id: string) => string;
  readonly value: (column: string, value: Json | undefined, limit: number) => string;
}

/** `states`: the words for values of the column by which a projection groups. A value without a word is shown as it is. */
export function cellWordsOf(projection: Scenario['projections'][number] | undefined, states: { readonly [value: string]: string }, locale: 'en' | 'es'): CellWords {
  return {
    column(id) {
      const name = projection?.columns.find((column) => column.id === id)?.name;
      return name ? textIn(name, locale) : shownText(id, 40);
    },
    value(column, value, limit) {
      const isState = projection?.groupBy === column && typeof value === 'string' && Object.hasOwn(states, value);
      return isState ? states[value]! : shownValue(value, limit);
    },
  };
}

/** The words of each projection, by its id. */
export function useCellWords(): (projection: string) => CellWords {
  const projections = useSession((session) => session.scenario.projections);
  const { locale, messages: { projections: { states } } } = useLocale();
  return useMemo(() => {
    const known = new Map(projections.map((projection) => [projection.id, cellWordsOf(projection, states, locale)]));
    const unknown = cellWordsOf(undefined, states, locale);
    return (id) => known.get(id) ?? unknown;
  }, [projections, states, locale]);
}
