import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { SagaRow } from '#trace/records.ts';
import { attemptInRound, sagaLog } from '#views/changes-saga.ts';
import type { SagaLogEntry } from '#views/changes-saga.ts';
import { shownText } from '#views/shown-text.ts';
import { useNames, wordFor } from '../data/names.ts';
import { useSelect } from '../data/use-select.ts';
import { useLocale } from '../kit/locale.tsx';
import styles from './Inspector.module.css';
import { Section } from './parts.tsx';
import { useRun } from './use-run.ts';

/** Why, in words; what a person gave as the reason stays as it was written. Empty where the entry says it already. */
function useReason(): (entry: SagaLogEntry) => string {
  const { messages: { inspector: texts } } = useLocale();
  return ({ type, note }) => {
    if (note === null || note === '' || type === 'timed-out' || type === 'queried') return '';
    return type.endsWith('-by-hand') ? shownText(note, 80) : wordFor(texts.reasons, note);
  };
}

/** The saga's durable log; an entry leads to the transaction that wrote it. */
export function SagaLog({ saga }: { readonly saga: SagaRow }) {
  const { messages: { inspector: texts, flow }, format } = useLocale();
  const names = useNames();
  const select = useSelect();
  const { trace, seq } = useRun();
  const reasonOf = useReason();
  const log = sagaLog(trace, saga.id, seq);
  const list = useFollowNewest(log.at(-1)?.id);
  return (
    <Section title={texts.log.title(shownText(saga.id, 40))} aside={wordFor(flow.sagaStatus, saga.status)}>
      <p className={styles.soft}>{texts.log.hint}</p>
      <ol ref={list} className={styles.steps}>
        {log.map((entry) => {
          const attempt = attemptInRound(log, entry.step, entry.phase, entry.attempt);
          const reason = reasonOf(entry);
          return (
            <li key={entry.id}>
              <button type="button" className={styles.line} onClick={() => select({ type: 'record', seq: entry.seq })}>
                <span className={styles.time}>{format.ms(entry.at)}</span>
                <span className={styles.lineText}>
                  <span className={styles.strong}>{entry.step === null ? shownText(saga.id, 40) : names.step(entry.step, entry.phase === 'compensation' ? 'compensation' : 'action')}</span>
                  {': '}{wordFor(texts.entries, entry.type)}{entry.attempt > 1 && ` · ${flow.attemptOpen({ n: format.number(attempt) })}`}
                  {attempt < entry.attempt && ` (${texts.inAll(format.number(entry.attempt))})`}
                  {reason !== '' && <span className={styles.soft}> ({reason})</span>}
                </span>
              </button>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

/** Keeps the newest entry in sight for whoever looks at the end; whoever has scrolled up reads on undisturbed. */
function useFollowNewest(newest: string | undefined): RefObject<HTMLOListElement | null> {
  const list = useRef<HTMLOListElement>(null);
  const atEnd = useRef(true);
  useEffect(() => {
    const pane = list.current?.closest('[data-scroller]');
    if (!pane) return undefined;
    const look = (): void => { atEnd.current = pane.scrollHeight - pane.scrollTop - pane.clientHeight < 30; };
    pane.addEventListener('scroll', look, { passive: true });
    return () => pane.removeEventListener('scroll', look);
  }, []);
  useEffect(() => {
    const pane = list.current?.closest('[data-scroller]');
    if (newest !== undefined && pane && atEnd.current) pane.scrollTop = pane.scrollHeight;
  }, [newest]);
  return list;
}
