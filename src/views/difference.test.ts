import { expect, test } from 'vitest';
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import type { FailurePoint } from '#trace/records.ts';
import { firstDifference } from './difference.ts';

const rejected: FailurePoint = { id: 'p', kind: 'business-rejection', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} };
const traceOf = (seed: number, points: readonly FailurePoint[] = []) => runLocally(compileScenario(order), seed, points).world.trace;

test('two runs of one input do not differ; with a failure they part where it strikes', () => {
  expect(firstDifference(traceOf(7), traceOf(7))).toBeNull();
  const [one, other] = [traceOf(7), traceOf(7, [rejected])];
  const found = firstDifference(one, other)!;
  expect(one.slice(0, found.seq)).toEqual(other.slice(0, found.seq));
  expect(found.right).toMatchObject({ kind: 'transition', participant: 'payments', note: 'rejected' });
  expect(found).toMatchObject({ left: { note: 'handled' }, at: found.left!.at });
  expect(found.part!.path).not.toBe('');
});

test('another seed differs in the first record, and says in what; a run that ended early in what is missing', () => {
  expect(firstDifference(traceOf(7), traceOf(8))).toMatchObject({ seq: 0, part: { path: 'seed', left: '7', right: '8' } });
  const whole = traceOf(7);
  expect(firstDifference(whole, whole.slice(0, 5))).toMatchObject({ seq: 5, right: null, part: null });
});
