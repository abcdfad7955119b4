import { eventAt } from '#views/event-log.ts';
import { rowHistory } from '#views/changes.ts';
import { shownText } from '#views/shown-text.ts';
import { changesOfRow } from '#views/projections.ts';
import { useCellWords } from '../data/cell-words.ts';
import { useNames, wordFor } from '../data/names.ts';
import { useLocale } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import { ChangeList } from './ChangeList.tsx';
import styles from './Inspector.module.css';
import { EventLink, Fact, Facts, Heading, JsonBlock, RecordLink, Section } from './parts.tsx';
import { useRun } from './use-run.ts';

/** More changes than this: the newest are told. */
const MOST = 50;

export function RowDetails({ process, table, rowKey }: { readonly process: string; readonly table: string; readonly rowKey: string }) {
  const { messages: { inspector: texts }, format } = useLocale();
  const names = useNames();
  const cellWords = useCellWords();
  const run = useSession((session) => session.run);
  const { trace, seq } = useRun();
  const { initial, row, changes } = rowHistory(trace, process, table, rowKey, seq);
  const applied = process === 'projector' ? changesOfRow(trace, table, rowKey, seq) : [];
  const newest = changes.slice(-MOST);
  return (
    <>
      <Heading kind={`${names.process(process)} · ${wordFor(texts.tables, table)}`} colour={names.colour(process)}>{shownText(rowKey, 80)}</Heading>
      <Section title={row ? texts.row.now : texts.row.gone}>{row && <JsonBlock value={row} label={texts.row.now} />}</Section>
      <Section title={texts.row.history} aside={newest.length < changes.length ? texts.more(format.number(changes.length - newest.length)) : undefined}>
        <ol className={styles.steps}>
          {initial && newest.length === changes.length && <li className={styles.soft}>{texts.row.initial}</li>}
          {newest.map((change) => {
            const events = [...new Set([...change.events, ...applied.filter((one) => one.seq === change.seq).map(({ position }) => position)])];
            return (
              <li key={change.seq}>
                <RecordLink seq={change.seq}>{format.ms(change.at)} · {names.participant(change.participant)}</RecordLink> <span className={styles.soft}>{texts.row[change.kind]}</span>
                {change.kind !== 'deleted' && <ChangeList changes={change.changes} {...(process === 'projector' ? { words: cellWords(table) } : {})} />}
                {events.map((position) => {
                  const event = eventAt(trace, position)?.event;
                  return event && table !== 'events' && <p key={position} className={styles.because}>← <EventLink event={event} /></p>;
                })}
              </li>
            );
          })}
        </ol>
        {changes.length === 0 && <p className={styles.soft}>{texts.row.untouched}</p>}
      </Section>
      <Facts>
        <Fact name={texts.row.database}><code>sagascope-{run}-{process}</code></Fact>
        <Fact name={texts.row.table}><code>{shownText(table, 60)}</code></Fact>
        <Fact name={texts.row.key}><code>{shownText(rowKey, 120)}</code></Fact>
      </Facts>
    </>
  );
}
