import { describe, expect, test } from 'vitest';
import { given } from '#explorer/saga-spec.ts';
import { order } from './presets/order.ts';
import type { Effect, Guard, ScenarioDocument } from './document.ts';

/** The order saga with another guard and another effect in one of its steps. */
const changed = (step: string, guards: readonly Guard[], effects: readonly Effect[] = []): ScenarioDocument => ({
  ...order,
  saga: { ...order.saga, steps: order.saga.steps.map((each) => (each.id === step ? { ...each, action: { ...each.action, guards, effects: [...each.action.effects, ...effects] } } : each)) },
});
const guard = (test: Guard['test']): Guard => ({ table: 'order', key: '{request.id}', field: 'status', test, value: null, reason: `not-${test}` });

describe('a guard over an aggregate', () => {
  test('finds one absent to which nothing has happened, and not there', () => {
    expect(given(changed('create-order', [guard('absent')])).run().outcome).toBe('completed');
    expect(given(changed('create-order', [guard('exists')])).run().saga().reason).toBe('not-exists');
  });
});

describe('a row without a key that every store takes', () => {
  test.each(['{request.missing}', '{request.items}'])('is refused with the reason: %s (D43)', (id) => {
    const run = given(changed('reserve-inventory', [], [{ op: 'insert', table: 'reservations', row: { id } }])).run();
    expect([run.outcome, run.saga().reason, run.eventTypes]).toEqual(['compensated', 'bad-key: reservations', ['ReservationRejected']]);
  });
});
