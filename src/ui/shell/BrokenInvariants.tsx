/** What the end of the run found wrong, both sides of it; it leads to all of it in the inspector. Loaded when something is. */
import { TriangleAlert } from 'lucide-react';
import type { EndState } from '#views/invariants.ts';
import { shownText } from '#views/shown-text.ts';
import { useLocale } from '../kit/locale.tsx';
import { textIn } from '../kit/scenario.ts';
import { useActions, useSession } from '../session-context.tsx';
import styles from './RunOutcome.module.css';

export function BrokenInvariants({ broken: { place, invariants } }: { broken: EndState }) {
  const { locale, messages: { app }, format } = useLocale();
  const session = useActions();
  const known = useSession((state) => state.scenario.invariants);
  const named = (id: string): string => {
    const name = known.find((each) => each.id === id)?.name;
    return name ? textIn(name, locale) : id;
  };
  const lines = invariants.map(({ id, left, right }) => app.broken({ name: shownText(named(id), 80), left: format.number(left), right: format.number(right) }));
  return (
    <button type="button" className={styles.broken} data-hint={`${lines.join('\n')}\n${app.brokenHint}`} onClick={() => session.select({ type: 'record', seq: place })}>
      <TriangleAlert aria-hidden />
      <span className={styles.word}>{lines[0]}</span>
      {lines.length > 1 && <span> +{format.number(lines.length - 1)}</span>}
    </button>
  );
}
