/** The properties must be able to fail: each test plants a fault in a participant or in the driver, and sees it caught. */
import { describe, expect, test } from 'vitest';
import type { DatabaseReader, Participant } from '#kernel/participant.ts';
import { executeDelivery, runToEnd } from '#kernel/run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import type { CompiledScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import { hashTrace } from '#trace/hash.ts';
import type { FailurePoint, Row } from '#trace/records.ts';
import { localRun } from './local-run.ts';
import { SagaResult, point } from './saga-spec.ts';

const compiled = compileScenario(order);
const mutated = (change: (participant: Participant) => Participant): CompiledScenario => ({ ...compiled, participant: (id) => change(compiled.participant(id)) });

function runOf(scenario: CompiledScenario, ...points: readonly FailurePoint[]): SagaResult {
  const run = localRun(scenario, 7, points);
  runToEnd(run.world, run.hosts);
  return new SagaResult(run);
}

/** Sees the database without one of its tables. */
const without = (database: DatabaseReader, hidden: string): DatabaseReader => ({
  get: (table, key): Row | undefined => (table === hidden ? undefined : database.get(table, key)),
  all: (table) => database.all(table), count: (table) => database.count(table), version: (stream) => database.version(stream),
  stream: (stream) => database.stream(stream), eventsAfter: (position) => database.eventsAfter(position),
});

describe('a planted fault is caught', () => {
  test('a service without an inbox does a redelivered command twice: refused as a second effect (D30)', () => {
    const forgetful = mutated((participant) => (participant.id !== 'inventory' ? participant : {
      id: participant.id,
      handle: (database, message, context) => participant.handle(without(database, 'inbox'), message, context),
      recover: (database, now) => participant.recover(database, now),
    }));
    const twice = point('duplicate-delivery', 'reserve-inventory', { mode: 'first' }, { copies: 1, delay: 10 });
    expect(runOf(compiled, twice).eventTypes.filter((type) => type.startsWith('Reserv') || type === 'InventoryReserved')).toEqual(['InventoryReserved']);
    const facts = (): readonly string[] => runOf(forgetful, twice).eventTypes.filter((type) => type.startsWith('Reserv') || type === 'InventoryReserved');
    expect(facts).toThrow(/already stored|expected version/);
  });

  test('an orchestrator that takes a timeout for a failure leaves money behind: the invariant breaks (D3, D45)', () => {
    const hasty = mutated((participant) => (participant.id !== 'orchestrator' ? participant : {
      id: participant.id,
      handle: (database, message, context) => {
        const last = database.get('sagas', message.saga!)?.['attempt'] === order.saga.retry.attempts;
        const taken = message.type === 'deadline' && last
          ? { ...message, kind: 'reply' as const, type: 'reply', step: 'process-payment', phase: 'action' as const, attempt: 3, data: { result: 'rejected', reason: 'timeout' } }
          : message;
        return participant.handle(database, taken, context);
      },
      recover: (database, now) => participant.recover(database, now),
    }));
    const lost = point('lost-reply', 'process-payment', { mode: 'every' });
    expect(runOf(compiled, lost).brokenInvariants).toEqual([]);
    expect(runOf(hasty, lost).brokenInvariants).not.toEqual([]);
  });

  test('a driver that acknowledges before the commit loses an acknowledged event (D46)', () => {
    const crash = point('crash-before-commit', 'process-payment');
    const { world, hosts, databases } = localRun(compiled, 7, [crash]);
    for (let delivery = world.next(); delivery; delivery = world.next()) {
      const early = delivery.kind === 'handle' && delivery.context.directive.crash === 'before-commit';
      const draft = early && delivery.kind === 'handle'
        ? hosts.get(delivery.process)!.participants.get(delivery.participant)!.handle(hosts.get(delivery.process)!.database, delivery.message, delivery.context)
        : executeDelivery(hosts, delivery);
      // The mutant: what was never committed is reported as committed.
      world.complete(early && delivery.kind === 'handle' ? { ...delivery, context: { ...delivery.context, directive: { ...delivery.context.directive, crash: null } } } : delivery, draft);
    }
    const acknowledged = new SagaResult({ world, hosts, databases }).events.map(({ id }) => id);
    const stored = databases.get('payments')!.dump().events.map(({ id }) => id);
    expect(acknowledged).toContain('saga-1/process-payment/action');
    expect(stored).not.toContain('saga-1/process-payment/action');
  });

  test('a participant that keeps count outside its database gives another trace after a crash of the module state (D43)', () => {
    let count = 0;
    const leaky = mutated((participant) => (participant.id !== 'orders' ? participant : {
      id: participant.id,
      handle: (database, message, context) => ({ ...participant.handle(database, message, context), note: `call ${count++}` }),
      recover: (database, now) => participant.recover(database, now),
    }));
    expect(hashTrace(runOf(leaky).trace)).not.toBe(hashTrace(runOf(leaky).trace));
    expect(hashTrace(runOf(compiled).trace)).toBe(hashTrace(runOf(compiled).trace));
  });
});
