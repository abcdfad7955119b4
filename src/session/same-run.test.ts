import { expect, it } from 'vitest';
import { replay, runLocally } from '#explorer/local-run.ts';
import { runToEnd } from '#kernel/run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import { hashTrace } from '#trace/hash.ts';
import { isSameRun } from './same-run.ts';

const { world, hosts } = replay(compileScenario(order), 7, [], [], 5);
world.apply({ type: 'place-order', request: { customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 } }, world.now);
runToEnd(world, hosts);
const { trace, interventions } = world;
const hash = hashTrace(trace);
const shown = { scenario: order, seed: 7, trace, hash };
const file = { scenario: order, seed: 7, interventions, traceHash: hash, records: trace.length };

it('a run file is the run on the screen when its input and its hash are', () => {
  expect(isSameRun(file, shown)).toBe(true);
  const [first] = interventions;
  const reordered = { action: first!.action, at: first!.at, seq: first!.seq };
  expect(isSameRun({ ...file, interventions: [reordered] }, shown)).toBe(true);
});

it('a file that was edited is not, though it still carries the hash', () => {
  expect(isSameRun({ ...file, seed: 8 }, shown)).toBe(false);
  expect(isSameRun({ ...file, interventions: [] }, shown)).toBe(false);
  expect(isSameRun({ ...file, scenario: { ...order, workload: { ...order.workload, count: 2 } } }, shown)).toBe(false);
  expect(isSameRun({ ...file, scenario: { ...order, failurePoints: [{ id: 'f', kind: 'lost-reply', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} }] } }, shown)).toBe(false);
  expect(isSameRun(file, { ...shown, trace: runLocally(compileScenario(order), 7).world.trace })).toBe(false);
});
