import { describe, expect, test } from 'vitest';
import type { Commit, RowWrite, StoredEvent, Trace, TransitionRecord } from '#trace/records.ts';
import { assessor } from './assess.ts';
import type { InvariantDocument, Term } from './document.ts';
import { order } from './presets/order.ts';

const transition = (participant: string, writes: readonly RowWrite[], events: readonly Partial<StoredEvent>[] = []): TransitionRecord => ({
  kind: 'transition', seq: 1, at: 0, participant, message: 1, commit: { writes, events } as Commit, sends: [], cancels: [], faults: [], crash: null, note: 'handled',
});
const payment = (id: string, row: { readonly [column: string]: string | number } | null): RowWrite => ({ table: 'payments', key: id, row: row && { id, ...row } });
const saga = (id: string, status: string): RowWrite => ({ table: 'sagas', key: id, row: { id, status } });
const invariant = (left: Term, right: readonly Term[] | 'initial'): InvariantDocument => ({ id: 'i', name: { en: '', es: '' }, left: [left], right });
const START = {
  kind: 'run-started', seq: 0, at: 0, scenario: 's', scenarioHash: '', seed: 7,
  plan: { services: [{ id: 'payments', store: 'documents', tables: [{ id: 'payments', key: 'id' }] }], steps: [], projections: [] },
  databases: { payments: { payments: [{ id: 'p0', amount: 5, status: 'captured' }] } },
} as const;
const judge = (invariants: readonly InvariantDocument[], ...records: readonly TransitionRecord[]) => assessor({ ...order, invariants })([START, ...records] as Trace);

describe('a run that has come to rest', () => {
  const sum: Term = { sum: 'amount', service: 'payments', table: 'payments' };
  const captured: Term = { count: true, service: 'payments', table: 'payments', where: { status: 'captured' } };

  test('is judged by its last rows: seeded, changed, deleted, and none that another service wrote (D45)', () => {
    const { invariants } = judge(
      [invariant(sum, 'initial'), invariant(captured, [{ events: 'Paid', service: 'payments' }])],
      transition('payments', [payment('p0', null), payment('p1', { amount: 7, status: 'captured' })], [{ service: 'payments', type: 'Paid' }]),
      transition('payments', [payment('p1', { amount: 3, status: 'refunded' }), payment('p2', { amount: 1, status: 'captured' })]),
      transition('inventory', [payment('p9', { amount: 100, status: 'captured' })], [{ service: 'inventory', type: 'Paid' }, { service: 'payments', type: 'Other' }]),
    );
    expect(invariants.map(({ left, right, holds }) => [left, right, holds])).toEqual([[4, 5, false], [1, 1, true]]);
  });

  test('counts sagas by their last status, whether or not an invariant asks about them; the gravest is the outcome', () => {
    const end = judge([], transition('orchestrator', [saga('1', 'running')]), transition('orchestrator', [saga('2', 'completed')]), transition('orchestrator', [saga('1', 'stuck')]));
    expect(end).toEqual({ outcome: 'stuck', sagas: { stuck: 1, completed: 1 }, invariants: [] });
  });

  test('may be asked about tables and events of which nothing was ever written', () => {
    const { invariants } = judge([invariant({ sum: 'x', service: 'nobody', table: 'nothing' }, [{ events: 'Never', service: 'nobody', times: 2 }])]);
    expect(invariants).toEqual([{ id: 'i', holds: true, left: 0, right: 0 }]);
  });
});
