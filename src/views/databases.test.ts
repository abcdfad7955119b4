import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { given, point } from '#explorer/saga-spec.ts';
import { order } from '#scenarios/presets/order.ts';
import type { Row } from '#trace/records.ts';
import { rowHistory } from './changes.ts';
import { databaseView, processesOf } from './databases.ts';
import { StoredTable } from './databases-table.ts';

const many = { ...order, workload: { ...order.workload, count: 8, interval: 150 } };
const run = given(many).when(point('business-rejection', 'create-order', { mode: 'nth', n: 2 }), point('crash-after-commit', 'process-payment', { mode: 'nth', n: 4 })).run();
const { trace } = run;
const whole = trace.length;

function contents(seq: number, of = trace): Record<string, Record<string, readonly Row[]>> {
  return Object.fromEntries(processesOf(of).map(({ id }) => {
    const view = databaseView(of, id, seq)!;
    return [id, Object.fromEntries(view.tables.map((table) => [table.id, view.rows(table.id, 0, table.count).map(({ row }) => row)]))];
  }));
}

describe('the databases', () => {
  test('are those of the services, the orchestrator and the projector, with the tables they keep', () => {
    expect(processesOf(trace).map(({ id, role }) => `${id}: ${role}`)).toEqual([
      'users: service', 'inventory: service', 'payments: service', 'orders: service', 'orchestrator: orchestrator', 'projector: projector',
    ]);
    expect(databaseView(trace, 'inventory', 1)!.tables.map(({ id }) => id)).toEqual(['stock', 'reservations', 'events', 'inbox', 'outbox']);
    expect(databaseView(trace, 'orchestrator', 1)!.tables.map(({ id, key }) => `${id}.${key}`)).toEqual(['sagas.id', 'saga_log.id']);
    expect(databaseView(trace, 'nobody', 1)).toBeNull();
  });

  test('hold at the end what the stores of the run hold, table by table', () => {
    for (const { id } of processesOf(trace)) {
      const dump = run.run.databases.get(id)!.dump();
      const view = databaseView(trace, id, whole)!;
      for (const table of view.tables) {
        const rows = view.rows(table.id, 0, table.count).map(({ row }) => JSON.stringify(row));
        const stored = (table.id === 'events' ? dump.events : dump.tables[table.id] ?? []).map((row) => JSON.stringify(row));
        expect([...rows].sort()).toEqual([...stored].sort());
      }
    }
  });

  test('before the first message they hold the seed rows', () => {
    expect(contents(1)['inventory']!['stock']).toEqual([...order.services[1]!.tables[0]!.rows]);
    expect(contents(1)['orchestrator']).toEqual({ sagas: [], saga_log: [] });
  });

  test('moving the playhead to n and then to m is the same as going to m, forwards and backwards', () => {
    fc.assert(fc.property(fc.array(fc.nat(whole), { minLength: 1, maxLength: 6 }), (stops) => {
      for (const stop of stops) contents(stop);
      expect(contents(stops.at(-1)!)).toEqual(contents(stops.at(-1)!, [...trace]));
    }), { numRuns: 40, seed: 11 });
  });

  test('mark the rows of the last transaction, and those that it took away', () => {
    const marks = trace.findIndex((record) => record.kind === 'transition' && record.participant === 'relay:inventory' && record.note === 'marked');
    const view = databaseView(trace, 'inventory', marks + 1)!;
    expect(view.last).toMatchObject({ seq: marks, participant: 'relay:inventory' });
    expect(view.removed('outbox')).toHaveLength(1);
    const before = databaseView(trace, 'inventory', marks)!;
    expect(before.rows('stock', 0, 9).filter(({ touched }) => touched).length).toBeGreaterThan(0);
  });

  test('counts by a column follow every change, there and back', () => {
    const table = new StoredTable('id');
    table.put('a', { id: 'a', status: 'paid' });
    expect(table.countBy('status')).toEqual([{ value: 'paid', count: 1 }]);
    table.put('b', { id: 'b', status: 'created' });
    const before = table.put('a', { id: 'a', status: 'created' });
    expect(table.countBy('status')).toEqual([{ value: 'created', count: 2 }]);
    table.put('a', before);
    expect(table.countBy('status')).toEqual([{ value: 'created', count: 1 }, { value: 'paid', count: 1 }]);
    table.put('b', undefined);
    expect(table.countBy('status')).toEqual([{ value: 'paid', count: 1 }]);
  });

  test('keep the order of their primary key: numbers by value, text by code units', () => {
    const positions = databaseView(trace, 'orders', whole)!.rows('events', 0, 99).map(({ row }) => row['position'] as number);
    expect(positions).toEqual([...positions].sort((a, b) => a - b));
    const table = new StoredTable('id');
    for (const id of ['order-2', 'order-10', 'order-1']) table.put(id, { id });
    expect(table.keys()).toEqual(['order-1', 'order-10', 'order-2']);
    table.put('order-10', undefined);
    table.put('order-11', { id: 'order-11' });
    expect(table.keys()).toEqual(['order-1', 'order-11', 'order-2']);
  });
});

describe('the history of a row', () => {
  test('tells which transaction changed what, and ends in the row as it is', () => {
    const history = rowHistory(trace, 'payments', 'accounts', 'ana', whole);
    expect(history.initial).toEqual({ id: 'ana', balance: 200 });
    expect(history.row).toEqual(run.row('payments', 'accounts', 'ana'));
    let balance = 200;
    for (const { changes, kind } of history.changes) {
      expect(kind).toBe('updated');
      expect(changes.map(({ column }) => column)).toEqual(['balance']);
      expect(changes[0]!.before).toBe(balance);
      balance = changes[0]!.after as number;
    }
    expect(balance).toBe(history.row!['balance']);
  });

  test('names the insertion and the deletion of an outbox row', () => {
    const history = rowHistory(trace, 'inventory', 'outbox', 'saga-1/reserve-inventory/action', whole);
    expect(history.changes.map(({ kind }) => kind)).toEqual(['inserted', 'deleted']);
    expect(history.row).toBeNull();
  });

  test('stops at the playhead', () => {
    const [first] = rowHistory(trace, 'payments', 'accounts', 'ana', whole).changes;
    expect(rowHistory(trace, 'payments', 'accounts', 'ana', first!.seq).changes).toEqual([]);
    expect(rowHistory(trace, 'payments', 'accounts', 'ana', first!.seq + 1).changes).toHaveLength(1);
  });
});
