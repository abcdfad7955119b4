/** The log's rows under a filter; goes on frame by frame where the log is too long to be looked through at once. */
import { useEffect, useReducer } from 'react';
import type { Trace } from '#trace/records.ts';
import { filterLog } from '#views/event-log-filter.ts';
import type { EventFilter, FilteredLog } from '#views/event-log-filter.ts';

export function useFilteredLog(trace: Trace, shown: number, filter: EventFilter): FilteredLog {
  const [turn, goOn] = useReducer((before: number) => before + 1, 0);
  const rows = filterLog(trace, shown, filter);
  const { complete } = rows;
  useEffect(() => {
    if (complete) return undefined;
    const frame = requestAnimationFrame(goOn);
    return () => cancelAnimationFrame(frame);
  }, [complete, turn]);
  return rows;
}
