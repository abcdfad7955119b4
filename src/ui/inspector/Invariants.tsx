/** The invariants at the end of a run: both sides, and for one that is broken the events that changed what it counts. */
import { Check, TriangleAlert } from 'lucide-react';
import type { InvariantResult } from '#trace/records.ts';
import { involvedIn } from '#views/invariants.ts';
import { shownText } from '#views/shown-text.ts';
import { useLocale } from '../kit/locale.tsx';
import { textIn } from '../kit/scenario.ts';
import { useSession } from '../session-context.tsx';
import styles from './Inspector.module.css';
import { EventLink, Section } from './parts.tsx';
import { useRun } from './use-run.ts';

const MOST = 30;

export function Invariants({ results }: { readonly results: readonly InvariantResult[] }) {
  const { messages: { inspector: texts }, locale, format } = useLocale();
  const known = useSession((session) => session.scenario.invariants);
  const named = (id: string): string => {
    const name = known.find((each) => each.id === id)?.name;
    return name ? textIn(name, locale) : id;
  };
  if (results.length === 0) return null;
  return (
    <Section title={texts.record.invariants}>
      <ul className={styles.invariants}>
        {results.map(({ id, holds, left, right }) => (
          <li key={id} data-holds={holds}>
            <p className={styles.invariant}>
              {holds ? <Check aria-hidden /> : <TriangleAlert aria-hidden />}
              <span>
                {shownText(named(id), 80)}:{' '}
                <strong>{holds ? texts.record.holds : texts.record.broken}</strong>, {format.number(left)} {holds ? '=' : '≠'} {format.number(right)}
              </span>
            </p>
            {!holds && <Why id={id} />}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Why({ id }: { readonly id: string }) {
  const { messages: { inspector: texts }, format } = useLocale();
  const { trace, seq } = useRun();
  const invariant = useSession((session) => session.scenario.invariants.find((each) => each.id === id));
  if (!invariant) return null;
  const involved = involvedIn(trace, seq, [...invariant.left, ...(invariant.right === 'initial' ? [] : invariant.right)]);
  return (
    <>
      <p className={styles.soft}>{texts.record.involved}</p>
      <ul className={styles.steps}>
        {involved.slice(-MOST).map(({ event, again }) => (
          <li key={event.position}>
            <EventLink event={event} /> <span className={styles.soft}>{format.ms(event.at)}</span>
            {again && <strong className={styles.again}> {texts.record.again}</strong>}
          </li>
        ))}
      </ul>
    </>
  );
}
