/** A saga that cannot go on needs a person: retry, skip, or mark resolved, with the reason that goes into its log. */
import { Check, Hand, RotateCw, SkipForward } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { followedSaga, sagasAt } from '#views/sagas.ts';
import type { SagaRow } from '#trace/records.ts';
import { Button } from '../kit/Button.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useFailureWords } from '../palette/words.ts';
import { useActions, useSession } from '../session-context.tsx';
import styles from './StuckBar.module.css';

const WorkListButton = lazy(async () => ({ default: (await import('./WorkList.tsx')).WorkListButton }));
const WorkList = lazy(async () => ({ default: (await import('./WorkList.tsx')).WorkList }));

export function StuckBar() {
  const saga = useSession((state) => {
    const { trace, playhead: { seq } } = state;
    const followed = followedSaga(trace, seq, state.saga);
    if (followed?.status === 'stuck') return followed;
    for (const row of sagasAt(trace, seq).rows.values()) if (row.status === 'stuck') return row;
    return null;
  });
  // The list stays open while one saga after the other is decided.
  const [list, setList] = useState(false);
  return (
    <>
      {saga && <Decision key={`${saga.id}/${saga.logged}`} saga={saga} onList={() => setList(true)} />}
      {list && <Suspense><WorkList onClose={() => setList(false)} /></Suspense>}
    </>
  );
}

function Decision({ saga, onList }: { saga: SagaRow; onList: () => void }) {
  const { stuck } = useMessages();
  const words = useFailureWords();
  const format = useFormat();
  const session = useActions();
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const step = useSession((state) => state.scenario.saga.steps[saga.cursor]);
  const name = words.target({ step: step?.id ?? '', phase: saga.phase === 'compensation' ? 'compensation' : 'action' });
  const decide = (choice: 'retry' | 'skip' | 'mark-resolved'): void => {
    if (choice !== 'retry' && reason.trim() === '') { setMissing(true); return; }
    session.resolve(saga.id, choice, reason.trim());
  };
  return (
    <section className={styles.bar} aria-label={stuck.title({ saga: saga.id })}>
      <p className={styles.what}><strong className={styles.title}><Hand aria-hidden />{stuck.title({ saga: saga.id })}</strong> {stuck.what({ step: name, attempts: format.number(saga.attempt - saga.spent), all: saga.spent > 0 ? format.number(saga.attempt) : '' })}</p>
      <div className={styles.decision}>
        <label className={styles.reason}>
          <span>{stuck.reason}</span>
          <input value={reason} maxLength={200} placeholder={stuck.reasonHint} aria-invalid={missing || undefined} onChange={(event) => { setReason(event.target.value); setMissing(false); }} />
        </label>
        <Button tone="primary" data-decision icon={<RotateCw aria-hidden />} hint={stuck.retryHint} onClick={() => decide('retry')}>{stuck.retry}</Button>
        <Button icon={<SkipForward aria-hidden />} hint={stuck.skipHint} onClick={() => decide('skip')}>{stuck.skip}</Button>
        <Button icon={<Check aria-hidden />} hint={stuck.resolveHint} onClick={() => decide('mark-resolved')}>{stuck.resolve}</Button>
        <Suspense><WorkListButton onOpen={onList} /></Suspense>
      </div>
      {missing && <p className={styles.missing} role="alert">{stuck.reasonMissing}</p>}
    </section>
  );
}
