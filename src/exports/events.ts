/** The event log of a trace: what the services committed, in the order of the commits. */
import type { StoredEvent, Trace } from '#trace/records.ts';

export const eventsOf = (trace: Trace): readonly StoredEvent[] => trace.flatMap((record) => (record.kind === 'transition' ? (record.commit?.events ?? []) : []));
