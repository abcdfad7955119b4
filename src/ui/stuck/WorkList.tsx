/** Every saga that waits for a person: where it stopped, since when, after how many attempts, why; and what to do, for each. */
import { Check, Hand, RotateCw, SkipForward } from 'lucide-react';
import { useId, useState } from 'react';
import { asideTexts } from '#messages/areas/aside.ts';
import { stuckSagas } from '#views/stuck.ts';
import type { StuckSaga } from '#views/stuck.ts';
import { shownText } from '#views/shown-text.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useLocale, useMessages } from '../kit/locale.tsx';
import { useFailureWords } from '../palette/words.ts';
import { useActions, useSession } from '../session-context.tsx';
import styles from './WorkList.module.css';

/** The button that leads to the list. */
export function WorkListButton({ onOpen }: { readonly onOpen: () => void }) {
  const { locale, format } = useLocale();
  const texts = asideTexts[locale];
  const count = useSession(({ trace, playhead }) => stuckSagas(trace, playhead.seq).length);
  return (
    <Button tone="quiet" icon={<Hand aria-hidden />} hint={texts.listHint} aria-haspopup="dialog" onClick={onOpen}>{texts.listOf(count, format.number(count))}</Button>
  );
}

export function WorkList({ onClose }: { readonly onClose: () => void }) {
  const { locale } = useLocale();
  const texts = asideTexts[locale];
  const trace = useSession((session) => session.trace);
  const seq = useSession((session) => session.playhead.seq);
  const stuck = stuckSagas(trace, seq);
  return (
    <Dialog title={texts.listTitle} wide onClose={onClose}>
      {stuck.length === 0 ? <p>{texts.none}</p> : (
        <ol className={styles.list} aria-label={texts.listTitle}>{stuck.map((each) => <Item key={`${each.saga.id}/${each.saga.logged}`} {...each} onFollow={onClose} />)}</ol>
      )}
    </Dialog>
  );
}

function Item({ saga, since, onFollow }: StuckSaga & { readonly onFollow: () => void }) {
  const { locale, format } = useLocale();
  const { stuck } = useMessages();
  const texts = asideTexts[locale];
  const words = useFailureWords();
  const session = useActions();
  const alert = useId();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const step = useSession((state) => state.scenario.saga.steps[saga.cursor]?.id ?? '');
  const name = shownText(saga.id, 40);
  const decide = (choice: 'retry' | 'skip' | 'mark-resolved'): void => {
    if (choice !== 'retry' && reason.trim() === '') { setMissing(true); return; }
    session.resolve(saga.id, choice, reason.trim());
  };
  const choices = [['retry', RotateCw, stuck.retry, stuck.retryHint], ['skip', SkipForward, stuck.skip, stuck.skipHint], ['mark-resolved', Check, stuck.resolve, stuck.resolveHint]] as const;
  return (
    <li className={styles.item} data-saga={saga.id}>
      <p className={styles.what}>
        <button type="button" className={styles.saga} data-hint={texts.follow({ saga: name })} onClick={() => { session.follow(saga.id); onFollow(); }}>{name}</button>{' '}
        <strong>{words.target({ step, phase: saga.phase === 'compensation' ? 'compensation' : 'action' })}</strong>
        {': '}{texts.since({ time: format.ms(since), tries: format.number(saga.attempt) })}
        {saga.reason !== null && <span className={styles.because}>{texts.because({ reason: shownText(words.name(saga.reason), 80) })}</span>}
      </p>
      <div className={styles.decision}>
        <input
          value={reason} maxLength={200} aria-label={texts.reasonFor({ saga: name })} placeholder={stuck.reasonHint} aria-invalid={missing || undefined} aria-describedby={missing ? alert : undefined}
          onChange={(event) => { setReason(event.target.value); setMissing(false); }}
        />
        {choices.map(([choice, Icon, text, hint]) => (
          <Button key={choice} icon={<Icon aria-hidden />} hint={hint} aria-label={texts.decideFor({ choice: text, saga: name })} onClick={() => decide(choice)}>{text}</Button>
        ))}
      </div>
      {missing && <p id={alert} className={styles.missing} role="alert">{stuck.reasonMissing}</p>}
    </li>
  );
}
