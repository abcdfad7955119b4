import { Check, Hourglass } from 'lucide-react';
import { lazy, Suspense, useId } from 'react';
import type { Trace } from '#trace/records.ts';
import { deadLettersAt } from '#views/dead-letters.ts';
import { groupOf } from '#views/databases-table.ts';
import { recentKeys } from '#views/projections.ts';
import type { ProjectionView } from '#views/projections.ts';
import { shownText } from '#views/shown-text.ts';
import { textIn } from '../kit/scenario.ts';
import { useCellWords } from '../data/cell-words.ts';
import { useLocale } from '../kit/locale.tsx';
import type { Scenario } from '../kit/scenario.ts';
import { useSession } from '../session-context.tsx';
import { ProjectionRow } from './ProjectionRow.tsx';
import styles from './Projections.module.css';

interface CardProps {
  readonly document: Scenario['projections'][number];
  /** Null before the run started. */
  readonly view: ProjectionView | null;
  readonly head: number;
  readonly trace: Trace;
  readonly seq: number;
  /** Cells that the selected event changed: `projection/key/column`. */
  readonly lit: ReadonlySet<string>;
}

const DeadLetters = lazy(async () => ({ default: (await import('./DeadLetters.tsx')).DeadLetters }));

/** More rows than this: only those that changed last are shown; the databases panel has all. */
const MOST_ROWS = 40;
const FEW_ROWS = 24;

export function ProjectionCard({ document, view, head, trace, seq, lit }: CardProps) {
  const { messages: { projections: texts }, locale, format } = useLocale();
  const title = useId();
  const words = useCellWords()(document.id);
  const letters = deadLettersAt(trace, seq, document.id);
  const { groupBy } = document;
  const columns = document.columns.filter(({ id }) => id !== groupBy);
  const keys = view === null ? [] : view.count > MOST_ROWS ? recentKeys(trace, view.id, seq, FEW_ROWS) : view.rows(0, MOST_ROWS).map(({ key }) => key);
  const isNumeric = (column: string): boolean => keys.some((key) => typeof view?.row(key)?.[column] === 'number');
  const groups = view === null ? [] : groupBy === null ? [{ value: null, count: view.count }] : view.groups(groupBy);
  return (
    <section className={styles.card} aria-labelledby={title} data-projection={document.id}>
      <header className={styles.header}>
        <h3 id={title} className={styles.name}>{shownText(textIn(document.name, locale), 60)}</h3>
        <Lag checkpoint={view?.checkpoint ?? 0} lag={view?.lag ?? 0} since={view?.waitingSince ?? null} head={head} />
      </header>
      {letters.length > 0 && <Suspense><DeadLetters letters={letters} trace={trace} /></Suspense>}
      {view === null || view.count === 0 ? <p className={styles.none}>{texts.noRows}</p> : (
        <table className={styles.table} aria-labelledby={title}>
          <thead><tr>{columns.map(({ id, name }) => <th key={id} scope="col" data-numeric={isNumeric(id)}>{shownText(textIn(name, locale), 40)}</th>)}</tr></thead>
          {groups.map(({ value, count }) => (
            <tbody key={value ?? ''}>
              {value !== null && groupBy !== null && (
                <tr className={styles.group}><th scope="rowgroup" colSpan={columns.length}><span>{words.value(groupBy, value, 40)}</span><span className={styles.count}>{format.number(count)}</span></th></tr>
              )}
              {keys.filter((key) => value === null || groupBy === null || groupOf(view.row(key)?.[groupBy]) === value).map((key) => (
                <ProjectionRow key={key} projection={view} columns={columns} groupBy={groupBy} rowKey={key} row={view.row(key)!} trace={trace} seq={seq} lit={lit} isNumeric={isNumeric} first={key === keys[0]} words={words} />
              ))}
            </tbody>
          ))}
        </table>
      )}
      {view !== null && view.count > MOST_ROWS && <p className={styles.none}>{texts.recent(format.number(keys.length), format.number(view.count))}</p>}
    </section>
  );
}

function Lag({ checkpoint, lag, since, head }: { readonly checkpoint: number; readonly lag: number; readonly since: number | null; readonly head: number }) {
  const { messages: { projections: texts }, format } = useLocale();
  // Rounded, so that a frame in which nothing readable changes draws nothing.
  const age = useSession((session) => (since === null ? 0 : Math.max(0, Math.round((session.playhead.at - since) / 10) * 10)));
  return (
    <div className={styles.lag} data-behind={lag > 0} data-hint={texts.lagHint(format.number(checkpoint), format.number(head))}>
      {lag > 0 ? <Hourglass aria-hidden /> : <Check aria-hidden />}
      <span>{lag > 0 ? `${texts.behind(lag, format.number(lag))} · ${format.ms(age)}` : texts.upToDate}</span>
      <span className={styles.checkpoint} data-hint={texts.checkpointHint}>{texts.checkpoint(format.number(checkpoint))}</span>
    </div>
  );
}
