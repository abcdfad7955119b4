/** The write side: every event, in the order in which the services committed them, up to the playhead. */
import { ArrowDown, ScrollText, SearchX } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { NO_FILTER, isFiltering } from '#views/event-log-filter.ts';
import { eventAt, eventLog } from '#views/event-log.ts';
import type { EventFilter } from '#views/event-log-filter.ts';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useLocale } from '../kit/locale.tsx';
import { FullPanel } from '../data/FullPanel.tsx';
import { RowGrid } from '../data/RowGrid.tsx';
import { useNames } from '../data/names.ts';
import { useSelect } from '../data/use-select.ts';
import { useSession } from '../session-context.tsx';
import { EventRow } from './EventRow.tsx';
import { FilterRow, SearchField } from './LogFilter.tsx';
import styles from './EventLog.module.css';
import { logColumns } from './columns.ts';
import { useFilteredLog } from './use-filtered-log.ts';

export function EventLog() {
  const { messages: { log: texts }, format } = useLocale();
  const names = useNames();
  const trace = useSession((session) => session.trace);
  const seq = useSession((session) => session.playhead.seq);
  const selection = useSession((session) => session.selection);
  const select = useSelect();
  const [filter, setFilter] = useState<EventFilter>(NO_FILTER);
  const [open, setOpen] = useState(false);
  const sought = useDeferredValue(filter);

  const log = eventLog(trace, seq);
  const rows = useFilteredLog(trace, log.count, sought);
  const digits = Math.max(3, String(log.count).length);
  // Ids are counted upwards: the last one is among the longest.
  const sagaLength = log.sagas.at(-1)?.length ?? 0;
  const { columns, minWidth } = useMemo(() => logColumns(texts, digits, sagaLength), [texts, digits, sagaLength]);
  const position = selection?.type === 'event' ? selection.position : null;
  const chosen = position === null ? null : eventAt(trace, position)?.event ?? null;
  const chosenRow = chosen ? rows.rowOf(log.indexOf(chosen.position)) : null;
  const query = sought.text.trim().toLowerCase();
  const filtering = isFiltering(filter);

  const aside = !filtering ? texts.count(log.count, format.number(log.count))
    : rows.complete ? texts.matches(rows.count, format.number(rows.count), format.number(log.count)) : texts.searching;
  return (
    <FullPanel
      title={texts.title} aside={<span role={filtering ? 'status' : undefined}>{aside}</span>}
      tools={<SearchField filter={filter} onChange={setFilter} open={open} onOpen={setOpen} />}
    >
      {(open || filter.type !== null || filter.service !== null || filter.saga !== null) && <FilterRow filter={filter} onChange={setFilter} log={log} names={names} />}
      {log.count === 0 ? <EmptyState icon={<ScrollText />} title={texts.emptyTitle}>{texts.emptyHow}</EmptyState>
        : rows.count === 0 && rows.complete ? (
          <EmptyState icon={<SearchX />} title={texts.noneTitle}><Button onClick={() => setFilter(NO_FILTER)}>{texts.clear}</Button></EmptyState>
        ) : (
          <RowGrid
            label={texts.grid} columns={columns} minWidth={minWidth} count={rows.count} follow chosen={chosenRow}
            onChoose={(at) => select({ type: 'event', position: log.events[rows.index(at)]!.position })}
            renderRow={({ at, id, rowIndex, active }) => {
              const event = log.events[rows.index(at)]!;
              return (
                <EventRow
                  event={event} at={at} id={id} rowIndex={rowIndex} active={active} query={query} service={names.participant(event.service)}
                  colour={names.colour(event.service)} selected={event.position === position} related={chosen?.saga !== null && chosen?.saga === event.saga}
                />
              );
            }}
            renderJump={(jump) => (
              <Button className={styles.jump} icon={<ArrowDown aria-hidden />} hint={texts.newestHint} onClick={jump}>{texts.newest}</Button>
            )}
          />
        )}
    </FullPanel>
  );
}
