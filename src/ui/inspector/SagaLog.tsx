import type { SagaRow } from '#trace/records.ts';
import { sagaLog } from '#views/changes-saga.ts';
import { shownText } from '#views/shown-text.ts';
import { useNames, wordFor } from '../data/names.ts';
import { useSelect } from '../data/use-select.ts';
import { useLocale } from '../kit/locale.tsx';
import styles from './Inspector.module.css';
import { Section } from './parts.tsx';
import { useRun } from './use-run.ts';

const BACKWARDS = new Set(['compensated', 'stuck', 'retried-by-hand', 'skipped-by-hand', 'resolved-by-hand']);

/** The saga's durable log; an entry leads to the transaction that wrote it. */
export function SagaLog({ saga }: { readonly saga: SagaRow }) {
  const { messages: { inspector: texts, flow }, format } = useLocale();
  const names = useNames();
  const select = useSelect();
  const { trace, seq } = useRun();
  return (
    <Section title={texts.log.title(shownText(saga.id, 40))} aside={wordFor(flow.sagaStatus, saga.status)}>
      <p className={styles.soft}>{texts.log.hint}</p>
      <ol className={styles.steps}>
        {sagaLog(trace, saga.id, seq).map((entry) => (
          <li key={entry.id}>
            <button type="button" className={styles.line} onClick={() => select({ type: 'record', seq: entry.seq })}>
              <span className={styles.time}>{format.ms(entry.at)}</span>
              <span className={styles.lineText}>
                <span className={styles.strong}>{entry.step === null ? shownText(saga.id, 40) : names.step(entry.step, BACKWARDS.has(entry.type) ? 'compensation' : 'action')}</span>
                {': '}{wordFor(texts.entries, entry.type)}{entry.attempt > 1 && ` · ${flow.attemptOpen({ n: format.number(entry.attempt) })}`}
                {entry.note !== null && <span className={styles.soft}> ({shownText(entry.note, 80)})</span>}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Section>
  );
}
