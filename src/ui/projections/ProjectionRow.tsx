import { Fragment } from 'react';
import type { Row, Trace } from '#trace/records.ts';
import { eventAt } from '#views/event-log.ts';
import { cellCause } from '#views/projections.ts';
import type { ProjectionView } from '#views/projections.ts';
import { shownText } from '#views/shown-text.ts';
import { useLocale } from '../kit/locale.tsx';
import type { Scenario } from '../kit/scenario.ts';
import type { CellWords } from '../data/cell-words.ts';
import { useSelect } from '../data/use-select.ts';
import styles from './Projections.module.css';
import { moveByArrows } from './cell-keys.ts';

interface RowProps {
  readonly projection: ProjectionView;
  readonly columns: Scenario['projections'][number]['columns'];
  readonly groupBy: string | null;
  readonly rowKey: string;
  readonly row: Row;
  readonly trace: Trace;
  readonly seq: number;
  readonly lit: ReadonlySet<string>;
  readonly isNumeric: (column: string) => boolean;
  /** Where Tab arrives; arrows go on from there. */
  readonly first: boolean;
  readonly words: CellWords;
}

/** A name in camel case may go on in a second line where one is too narrow. */
function Breakable({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[a-z])(?=[A-Z])/);
  return parts.map((part, index) => <Fragment key={parts.slice(0, index + 1).join('')}>{index > 0 && <wbr />}{part}</Fragment>);
}

export function ProjectionRow({ projection, columns, groupBy, rowKey, row, trace, seq, lit, isNumeric, first, words }: RowProps) {
  const { messages: { projections: texts } } = useLocale();
  const select = useSelect();
  const latest = projection.latest.find(({ key }) => key === rowKey);
  const regrouped = groupBy === null ? undefined : latest?.cells.find(({ column }) => column === groupBy);
  return (
    <tr data-latest={latest !== undefined}>
      {columns.map(({ id }) => {
        const isKey = id === projection.key;
        const change = latest?.cells.find(({ column }) => column === id);
        const cause = isKey ? null : cellCause(trace, projection.id, rowKey, id, seq);
        const value = words.value(id, row[id], 80);
        const event = cause && eventAt(trace, cause.position)?.event;
        const isLit = lit.has(`${projection.id}/${rowKey}/${id}`) || (isKey && groupBy !== null && lit.has(`${projection.id}/${rowKey}/${groupBy}`));
        const content = isKey ? (
          <button type="button" tabIndex={first ? 0 : -1} className={styles.cell} onKeyDown={moveByArrows} data-hint={texts.row(shownText(rowKey, 60))} onClick={() => select({ type: 'row', process: 'projector', table: projection.id, key: rowKey })}>{value}</button>
        ) : cause && event ? (
          <button
            type="button" tabIndex={change ? 0 : -1} className={styles.cell} onKeyDown={moveByArrows} onClick={() => select({ type: 'event', position: cause.position })}
            data-hint={texts.why(words.column(id), `${shownText(event.type, 60)} #${event.position}`)}
          >
            {value === '' ? '–' : <Breakable text={value} />}{change && <span className="visually-hidden"> ({texts.changed})</span>}
          </button>
        ) : <span className={styles.cell} data-hint={value === '' ? undefined : texts.asAtStart}>{value === '' ? '–' : value}</span>;
        return (
          // A new key for a new change: the glow starts anew.
          <td key={change ? `${id} ${latest!.seq}` : id} data-changed={change !== undefined && !isKey} data-lit={isLit} data-numeric={isNumeric(id)}>
            {content}
            {isKey && regrouped && (
              <button key={latest!.seq} type="button" className={styles.was} onClick={() => select({ type: 'event', position: latest!.position })} data-hint={texts.why(words.column(groupBy!), `#${latest!.position}`)}>
                {regrouped.before === undefined ? texts.wasNothing : texts.was(words.value(groupBy!, regrouped.before, 30))}
              </button>
            )}
          </td>
        );
      })}
    </tr>
  );
}
