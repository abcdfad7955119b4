/** What a projection put aside: how many, and on request which events and why. Loaded when there are any. */
import { MailWarning } from 'lucide-react';
import { useId, useState } from 'react';
import { asideTexts } from '#messages/areas/aside.ts';
import type { Trace } from '#trace/records.ts';
import type { DeadLetter } from '#views/dead-letters.ts';
import { eventAt } from '#views/event-log.ts';
import { shownText } from '#views/shown-text.ts';
import { wordFor } from '../data/names.ts';
import { useSelect } from '../data/use-select.ts';
import { useLocale } from '../kit/locale.tsx';
import styles from './DeadLetters.module.css';

const MOST = 50;

export function DeadLetters({ letters, trace }: { readonly letters: readonly DeadLetter[]; readonly trace: Trace }) {
  const { locale, format } = useLocale();
  const texts = asideTexts[locale];
  const [open, setOpen] = useState(false);
  const list = useId();
  const select = useSelect();
  return (
    <div className={styles.letters}>
      <button type="button" className={styles.count} aria-expanded={open} aria-controls={list} data-hint={texts.lettersHint} onClick={() => setOpen(!open)}>
        <MailWarning aria-hidden />{texts.letters(letters.length, format.number(letters.length))}
      </button>
      <ul id={list} hidden={!open} className={styles.list}>
        {letters.slice(-MOST).map(({ position, type, reason }) => (
          <li key={position}>
            <button type="button" className={styles.event} onClick={() => select({ type: 'event', position })}>
              {shownText(type ?? eventAt(trace, position)?.event.type ?? texts.unknownType, 60)} #{format.number(position)}
            </button>
            {': '}{wordFor(texts.reasons, reason)}
          </li>
        ))}
      </ul>
    </div>
  );
}
