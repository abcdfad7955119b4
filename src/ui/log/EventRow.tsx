import { memo } from 'react';
import type { StoredEvent } from '#trace/records.ts';
import { excerpt } from '#views/event-log-filter.ts';
import { Highlighted } from '../data/Highlighted.tsx';
import grid from '../data/RowGrid.module.css';
import styles from './EventLog.module.css';

export interface EventRowProps {
  readonly event: StoredEvent;
  readonly at: number;
  readonly id: string;
  readonly rowIndex: number;
  readonly active: boolean;
  readonly selected: boolean;
  /** Of the same saga as the selected event. */
  readonly related: boolean;
  /** What is searched for, in lower case. */
  readonly query: string;
  readonly service: string;
  readonly colour: string;
}

export const EventRow = memo(function EventRow({ event, at, id, rowIndex, active, selected, related, query, service, colour }: EventRowProps) {
  return (
    <div
      role="row" id={id} className={grid.row} aria-rowindex={rowIndex} aria-selected={selected} data-at={at} data-active={active} data-related={related}
      data-position={event.position} style={{ borderLeftColor: colour }}
    >
      <div role="gridcell" className={`${grid.numeric} ${styles.data}`}>{event.position}</div>
      <div role="gridcell" className={`${grid.cell} ${styles.type}`}><Highlighted text={event.type} query={query} /></div>
      <div role="gridcell" className={`${grid.cell} ${styles.stream}`}><Highlighted text={event.stream} query={query} /> <span className={styles.version}>v{event.version}</span></div>
      <div role="gridcell" className={grid.cell}>{event.saga === null ? '–' : <Highlighted text={event.saga} query={query} />}</div>
      <div role="gridcell" className={grid.cell}><Highlighted text={service} query={query} /></div>
      <div role="gridcell" className={`${grid.cell} ${styles.data}`}>m{event.causation}</div>
      <div role="gridcell" className={grid.cell}>{event.correlation === null ? '–' : <Highlighted text={event.correlation} query={query} />}</div>
      <div role="gridcell" className={`${grid.cell} ${styles.data}`}><Highlighted text={excerpt(event, query)} query={query} /></div>
    </div>
  );
});
