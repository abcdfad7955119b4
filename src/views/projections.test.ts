import { describe, expect, test } from 'vitest';
import { given, point } from '#explorer/saga-spec.ts';
import { order } from '#scenarios/presets/order.ts';
import { cellCause, changesBy, projectionsView } from './projections.ts';

const many = { ...order, workload: { ...order.workload, count: 8, interval: 150 } };
const run = given(many).when(point('business-rejection', 'create-order', { mode: 'nth', n: 2 })).run();
const { trace } = run;
const whole = trace.length;
const at = (seq: number, id: string) => projectionsView(trace, seq).projections.find((projection) => projection.id === id)!;

describe('the read projections', () => {
  test('are those of the plan, with the rows they begin with', () => {
    expect(projectionsView(trace, 1).projections.map(({ id, count, checkpoint }) => [id, count, checkpoint])).toEqual([
      ['orders-by-status', 0, 0], ['stock', 3, 0], ['customer-orders', 3, 0],
    ]);
  });

  test('checkpoint and view move together; lag = head - checkpoint (D40)', () => {
    for (let seq = 1; seq <= whole; seq += 1) {
      const { head, projections } = projectionsView(trace, seq);
      for (const { lag, checkpoint, waitingSince } of projections) {
        expect(lag).toBe(head - checkpoint);
        expect(waitingSince === null).toBe(lag === 0);
        if (lag > 0) expect(run.events[checkpoint]!.at).toBe(waitingSince);
      }
    }
    expect(projectionsView(trace, whole).projections.map(({ lag }) => lag)).toEqual([0, 0, 0]);
  });

  test('a read during lag is an older state of the view, once valid (D42)', () => {
    const first = trace.findIndex((record) => record.kind === 'transition' && record.participant === 'projection:stock' && record.note === 'projected');
    expect(projectionsView(trace, first).head).toBeGreaterThan(at(first, 'stock').checkpoint);
    expect(at(first, 'stock').rows(0, 9).map(({ row }) => row['reserved'])).toEqual([0, 0, 0]);
    expect(at(first + 1, 'stock').latest.map(({ key }) => key)).toEqual(['book', 'lamp']);
  });

  test('groups count the rows by a column, and add up', () => {
    const groups = at(whole, 'orders-by-status').groups('status');
    expect(groups.reduce((sum, { count }) => sum + count, 0)).toBe(8);
    expect(new Map(groups.map(({ value, count }) => [value, count])).get('created')).toBe(run.eventTypes.filter((type) => type === 'OrderCreated').length);
  });

  test('every cell knows the event that changed it last: its data leads to the value', () => {
    for (const { row, key } of at(whole, 'orders-by-status').rows(0, 99)) {
      const cause = cellCause(trace, 'orders-by-status', key, 'status', whole)!;
      const event = run.events[cause.position - 1]!;
      expect(event.data['order']).toBe(key);
      expect(cause.cells.find(({ column }) => column === 'status')!.after).toBe(row['status']);
    }
    expect(cellCause(trace, 'stock', 'mug', 'sku', whole)).toBeNull();
  });

  test('an event names the cells that it changed, in every projection, up to the playhead', () => {
    const paid = run.events.find(({ type }) => type === 'PaymentProcessed')!;
    const changes = changesBy(trace, paid.position, whole);
    expect(changes.map(({ projection, key }) => `${projection}/${key}`).sort()).toEqual(['customer-orders/ana', 'orders-by-status/order-1']);
    expect(changesBy(trace, paid.position, changes[0]!.seq).length).toBe(0);
  });
});
