import { describe, expect, test } from 'vitest';
import { given, point } from '#explorer/saga-spec.ts';
import { order } from '#scenarios/presets/order.ts';
import type { Trace, TraceRecord } from '#trace/records.ts';
import { eventAt, eventLog, streamHistory } from './event-log.ts';
import { NO_FILTER, excerpt, filterLog } from './event-log-filter.ts';

const many = { ...order, workload: { ...order.workload, count: 12, interval: 150 } };
const run = given(many).when(point('business-rejection', 'create-order', { mode: 'nth', n: 2 })).run();
const { trace } = run;
const whole = trace.length;

describe('the event log', () => {
  test('shows every event of the committed transitions, in the order of the commits (D33)', () => {
    const { events, count } = eventLog(trace, whole);
    expect(events.slice(0, count)).toEqual(run.events);
    expect(events.map(({ position }) => position)).toEqual(events.map((_, index) => index + 1));
  });

  test('at a playhead in the past it shows what was committed by then, and nothing else', () => {
    for (let seq = 0; seq <= whole; seq += 7) {
      const expected = trace.slice(0, seq).flatMap((record) => (record.kind === 'transition' ? record.commit?.events ?? [] : []));
      const { events, count, head } = eventLog(trace, seq);
      expect(events.slice(0, count)).toEqual(expected);
      expect(head).toBe(expected.at(-1)?.position ?? 0);
    }
  });

  test('follows a trace that grows in place, and reads a trace cut in place anew', () => {
    const growing: TraceRecord[] = [];
    for (const record of trace) {
      growing.push(record);
      if (growing.length % 11 === 0) expect({ ...eventLog(growing, growing.length), indexOf: 0 }).toEqual({ ...eventLog([...growing], growing.length), indexOf: 0 });
    }
    growing.length = 20;
    expect(eventLog(growing, 20).count).toBe(eventLog(trace, 20).count);
    expect(eventLog(growing, 20).events).toHaveLength(eventLog(trace, 20).count);
  });

  test("reads each record once: a frame of a live run costs that frame's records", () => {
    let reads = 0;
    const growing: TraceRecord[] = [];
    const counted = new Proxy(growing, { get: (target, name, receiver) => { if (typeof name === 'string' && /^\d+$/.test(name)) reads += 1; return Reflect.get(target, name, receiver) as unknown; } }) as Trace;
    for (const record of trace) { growing.push(record); eventLog(counted, growing.length); }
    expect(reads).toBeLessThan(4 * whole);
  });

  test('names what can be filtered by, each once', () => {
    const { types, services, sagas } = eventLog(trace, whole);
    expect(types).toEqual([...new Set(run.eventTypes)]);
    expect(services).toEqual(['inventory', 'payments', 'orders']);
    expect(sagas).toHaveLength(12);
  });

  test("a stream's history has contiguous versions up to the playhead (D33)", () => {
    const refunded = run.events.find(({ type }) => type === 'PaymentRefunded')!;
    expect(streamHistory(trace, refunded.stream, whole).map(({ version }) => version)).toEqual([1, 2]);
    const { place } = eventAt(trace, refunded.position)!;
    expect(streamHistory(trace, refunded.stream, place)).toHaveLength(1);
    expect(streamHistory(trace, refunded.stream, place + 1)).toHaveLength(2);
  });
});

describe('the filter of the event log', () => {
  const shown = (seq: number, filter: Partial<typeof NO_FILTER>, portion?: number) => {
    const log = eventLog(trace, seq);
    const rows = filterLog(trace, log.count, { ...NO_FILTER, ...filter }, portion);
    return { ...rows, list: Array.from({ length: rows.count }, (_, at) => log.events[rows.index(at)]!) };
  };

  test('lets through what matches type, service, saga and text, at any playhead', () => {
    for (const seq of [0, 40, whole, 90]) {
      const { events, count } = eventLog(trace, seq);
      const until = events.slice(0, count);
      expect(shown(seq, { type: 'PaymentProcessed' }).list).toEqual(until.filter(({ type }) => type === 'PaymentProcessed'));
      expect(shown(seq, { service: 'inventory', saga: 'saga-2' }).list).toEqual(until.filter(({ service, saga }) => service === 'inventory' && saga === 'saga-2'));
      expect(shown(seq, { text: '  LAMP ' }).list).toEqual(until.filter(({ data }) => JSON.stringify(data).includes('lamp')));
    }
  });

  test('works through a long log in portions and says when it is through', () => {
    const filter = { text: 'saga-9' };
    let view = shown(whole, filter, 5);
    expect(view.complete).toBe(false);
    for (let turns = 0; !view.complete && turns < 100; turns += 1) view = shown(whole, filter, 5);
    expect(view.list).toEqual(run.events.filter(({ saga }) => saga === 'saga-9'));
  });

  test('shows the data from where the text was found', () => {
    const [event] = run.events;
    const long = { ...event!, data: { note: 'x'.repeat(500), order: 'order-77' } };
    expect(excerpt(long).length).toBeLessThan(200);
    expect(excerpt(long, 'order-77')).toContain('order-77');
    expect(excerpt(event!, 'order')).toBe(excerpt(event!));
  });

  test('finds the row of an event, or the place where it would be', () => {
    const log = eventLog(trace, whole);
    const rows = shown(whole, { type: 'OrderCreated' });
    rows.list.forEach((event, at) => expect(rows.rowOf(log.events.indexOf(event))).toBe(at));
    expect(filterLog(trace, log.count, NO_FILTER).rowOf(4)).toBe(4);
  });
});
