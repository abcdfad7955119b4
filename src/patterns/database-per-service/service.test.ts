import { describe, expect, test } from 'vitest';
import type { Draft, HandlingContext } from '#kernel/participant.ts';
import { openMemory } from '#storage/memory.ts';
import type { MemoryDatabase } from '#storage/port.ts';
import type { Envelope } from '#trace/records.ts';
import { OutboxRelay } from './outbox.ts';
import { Service } from './service.ts';
import type { Activity } from './service.ts';

const pay: Activity = {
  run: (database) => {
    const balance = database.get('accounts', 'ana')!['balance'] as number;
    if (balance < 60) return { ok: false, reason: 'insufficient-funds' };
    return { ok: true, writes: [{ table: 'accounts', key: 'ana', row: { id: 'ana', balance: balance - 60 } }], fact: { type: 'Paid', stream: 'payment-1', data: {} } };
  },
  rejection: (_, reason) => ({ type: 'Refused', stream: 'payment-1', data: { reason } }),
};
const refund: Activity = {
  run: (database) => ({
    ok: true, fact: { type: 'Refunded', stream: 'payment-1', data: {} },
    writes: [{ table: 'accounts', key: 'ana', row: { id: 'ana', balance: (database.get('accounts', 'ana')!['balance'] as number) + 60 } }],
  }),
  rejection: () => null,
};

const open = (): MemoryDatabase => openMemory({
  id: 'payments', participants: ['payments'], tables: { accounts: 'id', events: 'position', inbox: 'key', outbox: 'id' }, rows: { accounts: [{ id: 'ana', balance: 100 }] },
});
const service = new Service('payments', new Map([['pay', { action: pay, compensation: refund, retriable: false }]]));
const relay = new OutboxRelay('payments', ['projection:orders']);
const proceed: HandlingContext = { now: 10, nextPosition: 1, directive: { verdict: 'proceed', reason: null, crash: null, abort: null } };
const command = (phase: 'action' | 'compensation' | 'query' = 'action', attempt = 1): Envelope => ({
  id: 4, kind: 'command', type: 'pay', from: 'orchestrator', to: 'payments', saga: 'saga-1', step: 'pay', phase, attempt, key: `saga-1/pay/${phase}`, causation: 3,
  sentAt: 0, arrivesAt: 10, lost: null, copy: false, data: null,
});
const timer = (type: string, data: Envelope['data'] = null): Envelope => ({ ...command(), kind: 'timer', type, step: null, phase: null, data });
const answer = ({ sends }: Draft): unknown => (sends[0]!.data as { result: string }).result;
const handle = (database: MemoryDatabase, message: Envelope, context = proceed): Draft => {
  const draft = service.handle(database, message, context);
  if (draft.commit) database.commit(draft.commit);
  return draft;
};

describe('a service', () => {
  test('writes state, event, outbox row and inbox row in one commit (D28, D30)', () => {
    const draft = service.handle(open(), command(), proceed);
    expect(draft.commit!.writes.map(({ table }) => table).toSorted()).toEqual(['accounts', 'inbox', 'outbox']);
    expect(draft.commit!.events).toMatchObject([{ stream: 'payment-1', version: 1, type: 'Paid', causation: 4, correlation: 'saga-1' }]);
  });

  test('whose commit is refused keeps neither state nor outbox row (D28, D34)', () => {
    const database = open();
    const draft = service.handle(database, command(), proceed);
    const stale = { ...draft.commit!, events: draft.commit!.events.map((event) => ({ ...event, version: 7 })) };
    expect(() => database.commit(stale)).toThrow('expected version 6, is 0');
    expect(database.dump()).toEqual(open().dump());
  });

  test('answers a redelivery from its inbox, and nothing changes (D30)', () => {
    const database = open();
    handle(database, command());
    const before = database.dump();
    const again = handle(database, command('action', 2));
    expect([again.note, answer(again), again.commit]).toEqual(['duplicate', 'ok', null]);
    expect(database.dump()).toEqual(before);
  });

  test('records its refusal, and refuses again the same way (D2)', () => {
    const database = open();
    const reject: HandlingContext = { ...proceed, directive: { verdict: 'reject', reason: 'business-rejection', crash: null, abort: null } };
    expect(handle(database, command(), reject)).toMatchObject({ note: 'rejected', verdictUsed: true, commit: { events: [{ type: 'Refused', data: { reason: 'business-rejection' } }] } });
    expect(answer(handle(database, command('action', 2)))).toBe('rejected');
  });

  test('after a transient error gives the same answer to copies of that attempt, and a new one to the next (D3)', () => {
    const database = open();
    handle(database, command(), { ...proceed, directive: { verdict: 'transient', reason: 'busy', crash: null, abort: null } });
    expect(answer(handle(database, command()))).toBe('transient');
    expect(answer(handle(database, command('action', 2)))).toBe('ok');
  });

  test('undoes what it did with a new fact, and takes a compensation without its step as a no-op (D5, D14, D15)', () => {
    const database = open();
    handle(database, command());
    handle(database, command('compensation'), { ...proceed, nextPosition: 2 });
    expect(database.stream('payment-1').map(({ type }) => type)).toEqual(['Paid', 'Refunded']);
    const never = open();
    expect(handle(never, command('compensation')).note).toBe('null-compensation');
    expect(handle(never, command())).toMatchObject({ note: 'refused-late', commit: null });
    expect(never.get('accounts', 'ana')).toEqual({ id: 'ana', balance: 100 });
  });

  test('asked whether a step happened, says so; if it did not, it will not happen any more (D3, D15)', () => {
    const database = open();
    expect(answer(handle(database, command('query')))).toBe('absent');
    expect(handle(database, command()).note).toBe('refused-late');
    const done = open();
    handle(done, command());
    expect(answer(handle(done, command('query')))).toBe('ok');
  });

  test("has no way into another service's database (D27)", () => {
    expect(() => open().get('stock', 'book')).toThrow('there is no table stock in this database');
  });
});

describe('the outbox relay', () => {
  test('publishes before it marks: a crash in between repeats the event, and loses none (D29)', () => {
    const database = open();
    handle(database, command());
    const published = relay.handle(database, timer('relay-poll'), proceed);
    expect(published.sends).toMatchObject([{ kind: 'event', type: 'Paid', to: 'projection:orders', causation: 4 }]);
    expect(published.commit).toBeNull();
    // The crash comes here: the restart finds the row and publishes it again.
    expect(relay.recover(database)!.timers).toMatchObject([{ type: 'relay-poll' }]);
    expect(relay.handle(database, timer('relay-poll'), proceed).sends).toHaveLength(1);
    database.commit(relay.handle(database, timer('relay-mark', published.timers[0]!.data), proceed).commit!);
    expect(relay.recover(database)).toBeNull();
  });

  test('sends a subscriber everything after its checkpoint, in order (D31)', () => {
    const database = open();
    handle(database, command());
    handle(database, command('compensation'), { ...proceed, nextPosition: 2 });
    const ask = (after: number): Envelope => ({ ...command(), kind: 'subscription', type: 'catch-up', from: 'projection:orders', step: null, phase: null, data: { after } });
    expect(relay.handle(database, ask(0), proceed).sends.map(({ type }) => type)).toEqual(['Paid', 'Refunded', 'caught-up']);
    expect(relay.handle(database, ask(1), proceed).sends.map(({ type }) => type)).toEqual(['Refunded', 'caught-up']);
  });
});
