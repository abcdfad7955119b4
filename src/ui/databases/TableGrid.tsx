import { Table2 } from 'lucide-react';
import type { Json } from '#trace/records.ts';
import { columnsOf } from '#views/databases.ts';
import type { DatabaseView, StoredRow, TableView } from '#views/databases.ts';
import { shownText, shownValue } from '#views/shown-text.ts';
import type { GridColumn } from '../data/RowGrid.tsx';
import { RowGrid } from '../data/RowGrid.tsx';
import grid from '../data/RowGrid.module.css';
import { useSelect } from '../data/use-select.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useLocale } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import styles from './Databases.module.css';

/** Rows at each end of the table by which the columns and their widths are found. */
const SAMPLE = 20;
const NARROWEST = 5;
const WIDEST = 34;

interface GridProps { readonly view: DatabaseView; readonly table: TableView }

export function TableGrid({ view, table }: GridProps) {
  const { messages: { databases: texts } } = useLocale();
  const selection = useSession((session) => session.selection);
  const select = useSelect();
  const { columns, minWidth, ids } = layout(view, table);
  const selected = selection?.type === 'row' && selection.process === view.process.id && selection.table === table.id ? selection.key : null;
  const removed = view.removed(table.id);
  const hows: { readonly [table: string]: string } = texts.emptyHow;
  return (
    <div className={styles.content}>
      {table.count === 0 ? (
        <EmptyState icon={<Table2 />} title={texts.emptyTable(shownText(table.id, 40))}>{Object.hasOwn(hows, table.id) ? hows[table.id] : texts.emptyHow.other}</EmptyState>
      ) : (
        <div className={styles.mono}><RowGrid
          label={shownText(table.id, 60)} columns={columns} minWidth={minWidth} count={table.count}
          onChoose={(at) => {
            const row = view.rows(table.id, at, at + 1)[0];
            if (row) select({ type: 'row', process: view.process.id, table: table.id, key: row.key });
          }}
          renderRow={({ at, id, rowIndex, active }) => {
            const stored = view.rows(table.id, at, at + 1)[0]!;
            return (
              <div
                role="row" id={id} className={grid.row} aria-rowindex={rowIndex} aria-selected={stored.key === selected} data-at={at} data-active={active} data-touched={stored.touched}
                data-hint={stored.touched ? texts.touchedRow : undefined}
              >
                {ids.map((column, index) => (
                  <div key={column} role="gridcell" className={`${isNumber(stored.row[column]) ? grid.numeric : grid.cell} ${styles.value}`}>
                    {index === 0 && stored.touched && <span className={styles.dot} aria-hidden>●</span>}
                    {shownValue(stored.row[column], 120)}
                    {index === 0 && stored.touched && <span className="visually-hidden"> ({texts.touchedRow})</span>}
                  </div>
                ))}
              </div>
            );
          }}
        /></div>
      )}
      {removed.length > 0 && <p className={styles.removed}>{texts.removed(removed.slice(0, 5).map((key) => shownText(key, 60)).join(', '))}</p>}
    </div>
  );
}

const isNumber = (value: Json | undefined): boolean => typeof value === 'number';

/** Columns as the rows at both ends have them; widths in characters, by the longest value seen. */
function layout(view: DatabaseView, table: TableView): { readonly columns: readonly GridColumn[]; readonly minWidth: string; readonly ids: readonly string[] } {
  const sample: StoredRow[] = [...view.rows(table.id, 0, SAMPLE), ...view.rows(table.id, Math.max(SAMPLE, table.count - SAMPLE), table.count)];
  const ids = columnsOf(table.key, sample);
  const widths = ids.map((id, index) => {
    const longest = sample.reduce((most, { row }) => Math.max(most, shownValue(row[id], WIDEST).length), id.length);
    return Math.min(WIDEST, Math.max(NARROWEST, longest)) + (index === 0 ? 4 : 2);
  });
  const columns = ids.map((id, index): GridColumn => {
    const numeric = sample.length > 0 && sample.every(({ row }) => isNumber(row[id]));
    return { id, title: shownText(id, 40), numeric, width: index === ids.length - 1 && !numeric ? `minmax(${widths[index]}ch, 1fr)` : `${widths[index]}ch` };
  });
  return { columns, ids, minWidth: `calc(${widths.reduce((sum, width) => sum + width, 0)}ch + 16px)` };
}
