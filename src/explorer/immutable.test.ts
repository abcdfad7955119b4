import { describe, expect, test } from 'vitest';
import { executeDelivery } from '#kernel/run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { checkout } from '#scenarios/presets/checkout.ts';
import { order } from '#scenarios/presets/order.ts';
import { hashTrace } from '#trace/hash.ts';
import { localRun, runLocally } from './local-run.ts';
import { point } from './saga-spec.ts';

const POINTS = [
  point('business-rejection', 'process-payment', { mode: 'nth', n: 2 }), point('lost-reply', 'reserve-inventory'), point('duplicate-delivery', 'create-order'),
  point('crash-after-commit', ':orchestrator', { mode: 'nth', n: 4 }), point('crash-before-commit', ':inventory'),
];
const SCENARIOS = [order, checkout].map((document) => compileScenario({ ...document, workload: { ...document.workload, count: 5, interval: 60 } }));

function deepFreeze<T>(value: T): T {
  if (value === null || typeof value !== 'object' || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}

/** Runs to the end; what is handed out and what comes back go through `pass`, as across the border of a process. */
function runThrough(scenario: (typeof SCENARIOS)[number], pass: <T>(value: T) => T): string {
  const { world, hosts } = localRun(scenario, 7, POINTS);
  for (let delivery = world.next(); delivery; delivery = world.next()) {
    world.complete(delivery, pass(executeDelivery(hosts, pass(delivery))));
    deepFreeze(world.trace.at(-1));
  }
  return hashTrace(world.trace);
}

describe.each(SCENARIOS)('a run of $document.id', (scenario) => {
  const expected = hashTrace(runLocally(scenario, 7, POINTS).world.trace);

  test('alters nothing that was handed out, drafted, committed or recorded', () => {
    expect(runThrough(scenario, deepFreeze)).toBe(expected);
  });

  test('leaves the same trace when messages and drafts are copied across the border of a worker (D43)', () => {
    expect(runThrough(scenario, structuredClone)).toBe(expected);
  });
});
