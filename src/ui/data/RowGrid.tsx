/**
 * A grid of any number of rows of one height: only those in sight exist, and their elements are used again as one scrolls. One tab stop;
 * arrows, Page, Home and End move the active row, Enter chooses it. With `follow` the last row stays in sight until one scrolls up.
 */
import { useId, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import styles from './RowGrid.module.css';
import { HEADER_HEIGHT, ROW_HEIGHT, useRowWindow } from './row-window.ts';

export interface GridColumn { readonly id: string; readonly title: string; readonly width: string; readonly hint?: string; readonly numeric?: boolean }
/** What a row puts on its element. */
export interface RowProps { readonly id: string; readonly rowIndex: number; readonly active: boolean; readonly at: number }

export interface RowGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  /** CSS width below which the grid scrolls sideways. */
  readonly minWidth: string;
  readonly count: number;
  readonly follow?: boolean;
  /** The row that Tab arrives at, where one is chosen. */
  readonly chosen?: number | null;
  readonly renderRow: (row: RowProps) => ReactNode;
  readonly onChoose: (at: number) => void;
  /** What stands over the grid while the last row is out of sight; gets a way back. */
  readonly renderJump?: (jump: () => void) => ReactNode;
}

export function RowGrid({ label, columns, minWidth, count, follow = false, chosen = null, renderRow, onChoose, renderJump }: RowGridProps) {
  const name = useId();
  const { viewport, onScroll, first, last, pool, page, atTail, reveal, toTail } = useRowWindow(count, follow);
  const [moved, setMoved] = useState<number | null>(null);
  const active = Math.min(moved ?? chosen ?? count - 1, count - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const to = { ArrowDown: active + 1, ArrowUp: active - 1, PageDown: active + page, PageUp: active - page, Home: 0, End: count - 1 }[event.key];
    if (to !== undefined && count > 0) {
      event.preventDefault();
      const next = Math.max(0, Math.min(count - 1, to));
      setMoved(next);
      reveal(next);
    } else if ((event.key === 'Enter' || event.key === ' ') && active >= 0) {
      event.preventDefault();
      reveal(active);
      onChoose(active);
    }
  };
  const onClick = (event: MouseEvent): void => {
    const row = event.target instanceof Element ? event.target.closest('[data-at]') : null;
    if (!row) return;
    const at = Number(row.getAttribute('data-at'));
    setMoved(at);
    onChoose(at);
  };

  const rows: ReactNode[] = [];
  for (let at = first; at < last; at += 1) {
    // Keyed by place in the pool: elements go round instead of being made.
    rows.push(<PooledRow key={at % pool} row={renderRow({ id: `${name}-${at}`, rowIndex: at + 2, active: at === active, at })} />);
  }
  const template = { '--columns': columns.map(({ width }) => width).join(' '), '--min-width': minWidth } as Record<string, string>;
  return (
    <div className={styles.frame}>
      <div
        ref={viewport} className={styles.viewport} role="grid" aria-label={label} aria-rowcount={count + 1} aria-colcount={columns.length} tabIndex={0}
        aria-activedescendant={active >= first && active < last ? `${name}-${active}` : undefined}
        onScroll={onScroll} onKeyDown={onKeyDown} onClick={onClick} style={template}
      >
        <div role="rowgroup" className={styles.head} style={{ height: HEADER_HEIGHT }}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {columns.map(({ id, title, hint, numeric }) => (
              <div key={id} role="columnheader" className={numeric ? styles.numeric : styles.cell} data-hint={hint}>{title}</div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.sheet} style={{ height: count * ROW_HEIGHT }}>
          <div role="presentation" style={{ transform: `translateY(${first * ROW_HEIGHT}px)` }}>{rows}</div>
        </div>
      </div>
      {!atTail && renderJump?.(toTail)}
    </div>
  );
}

const PooledRow = ({ row }: { row: ReactNode }): ReactNode => row;
