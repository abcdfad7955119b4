import { expect, test } from 'vitest';
import { openMemory } from '#storage/memory.ts';
import type { StoredEvent } from '#trace/records.ts';
import { fold, load } from './decider.ts';

const added = (version: number, amount: number): StoredEvent => ({
  id: `a${version}`, position: version, stream: 'account-1', version, type: 'Added', service: 'accounts', saga: null, step: null, correlation: null, causation: 0,
  at: version, data: { amount },
});
const account = { initialState: 0, evolve: (balance: number, event: StoredEvent) => balance + (event.data['amount'] as number) };

test('state is the fold of the events, and what is loaded carries the version to expect (D36)', () => {
  const events = [added(1, 5), added(2, -2), added(3, 10)];
  const database = openMemory({ id: 'accounts', participants: [], tables: { events: 'position' }, rows: {} });
  database.commit({ writes: [], events });
  expect(fold(account, events)).toBe(13);
  expect(load(database, 'account-1', account)).toEqual({ state: 13, version: 3 });
  expect(load(database, 'account-2', account)).toEqual({ state: 0, version: 0 });
});
