/** Inbox and outbox, each switched off, to see what they are for. */
import { describe, expect, test } from 'vitest';
import { order } from '#scenarios/presets/order.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { given, point } from './saga-spec.ts';

const without = (part: 'inbox' | 'outbox', service: string): ScenarioDocument => ({
  ...order,
  services: order.services.map((each) => (each.id === service ? { ...each, messaging: { inbox: true, outbox: true, [part]: false } } : each)),
});
const HAPPY = ['InventoryReserved', 'PaymentProcessed', 'OrderCreated'];

describe('the inbox', () => {
  const twice = point('duplicate-delivery', 'process-payment');

  test('makes a duplicate one effect (D30)', () => {
    const run = given(order).when(twice).run();
    expect([run.eventTypes, run.brokenInvariants]).toEqual([HAPPY, []]);
  });

  test('switched off, lets a duplicate charge twice, and an invariant breaks (D30, D45)', () => {
    const run = given(without('inbox', 'payments')).when(twice).run();
    expect(run.eventTypes.filter((type) => type === 'PaymentProcessed')).toHaveLength(2);
    expect(run.row('payments', 'accounts', 'ana')).toMatchObject({ balance: 200 - 2 * 65 });
    expect(run.brokenInvariants).toContain('money-conserved');
  });

  test('switched off, lets a retry after a lost reply charge twice (D3, D30)', () => {
    expect(given(without('inbox', 'payments')).when(point('lost-reply', 'process-payment')).run().brokenInvariants).toContain('money-conserved');
  });
});

describe('the outbox', () => {
  const crash = point('crash-after-commit', 'process-payment');

  test('brings every event to the read side, whatever crashes (D28, D29)', () => {
    const run = given(order).when(crash).run();
    expect(run.eventTypes).toEqual(HAPPY);
    expect(run.rows('projector', 'dead_letters')).toEqual([]);
    expect(run.row('projector', 'customer-orders', 'ana')).toMatchObject({ spent: 65, orders: 1 });
  });

  test('switched off, a crash between commit and publish loses the event: the dual write (D28)', () => {
    const run = given(without('outbox', 'payments')).when(crash).run();
    expect(run.eventTypes).toEqual(HAPPY);
    expect(run.rows('projector', 'dead_letters')).toMatchObject(order.projections.map(({ id }) => ({ projection: id, position: 2, reason: 'lost' })));
    expect(run.row('projector', 'customer-orders', 'ana')).toMatchObject({ spent: 0, orders: 1 });
  });

  test('switched off and nothing crashing, makes no difference to what is read', () => {
    const run = given(without('outbox', 'payments')).run();
    expect(run.row('projector', 'customer-orders', 'ana')).toMatchObject({ spent: 65, orders: 1 });
  });
});
