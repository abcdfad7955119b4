/**
 * Events as CloudEvents 1.0 (JSON event format, and its batch). Extension attributes have lower-case names and scalar values, as the
 * specification wants; attributes without a value are left out. `time` is virtual: see virtual-time.ts.
 */
import type { Row, StoredEvent, Trace } from '#trace/records.ts';
import { plainJson } from './escape.ts';
import { eventsOf } from './events.ts';
import { timestamp } from './virtual-time.ts';

export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  /** `/sagascope/<scenario>/<seed>/<service>`: with the id it is unique among runs. */
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly stream: string;
  readonly streamversion: number;
  readonly globalposition: number;
  readonly sagaid?: string;
  readonly step?: string;
  readonly correlationid?: string;
  readonly causationid: string;
  readonly data: Row;
}
export interface EventSource { readonly scenario: string; readonly seed: number }

function cloudEvent(event: StoredEvent, { scenario, seed }: EventSource): CloudEvent {
  return {
    specversion: '1.0',
    id: event.id,
    source: `/sagascope/${scenario}/${seed}/${event.service}`,
    type: event.type,
    subject: event.stream,
    time: timestamp(event.at),
    datacontenttype: 'application/json',
    stream: event.stream,
    streamversion: event.version,
    globalposition: event.position,
    ...(event.saga === null ? {} : { sagaid: event.saga }),
    ...(event.step === null ? {} : { step: event.step }),
    ...(event.correlation === null ? {} : { correlationid: event.correlation }),
    causationid: String(event.causation),
    data: event.data,
  };
}

/** `application/cloudevents-batch+json`: a JSON array. */
export const cloudEventsBatch = (trace: Trace, source: EventSource): string =>
  `${plainJson(JSON.stringify(eventsOf(trace).map((event) => cloudEvent(event, source)), null, 2))}\n`;

/** `application/x-ndjson`: one CloudEvent a line. */
export const cloudEventLines = (trace: Trace, source: EventSource): string =>
  eventsOf(trace).map((event) => `${plainJson(JSON.stringify(cloudEvent(event, source)))}\n`).join('');
