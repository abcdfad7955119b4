import { describe, expect, test } from 'vitest';
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import type { FailurePoint, Trace } from '#trace/records.ts';
import { processAt, struckAt } from './flow.ts';
import { groupMarks, marksAt } from './marks.ts';
import { eachUnderWay, progressOf } from './messages.ts';
import { narrate, narrationAt } from './narration.ts';
import { outcomeAt } from './outcome.ts';
import { followedSaga, statusCounts, stepState } from './sagas.ts';

const compiled = compileScenario(PRESETS['order']!);
const run = (kind?: string, step = 'process-payment', phase: 'action' | 'compensation' = 'action', mode: 'first' | 'every' = 'first'): Trace => {
  const points: FailurePoint[] = kind ? [{ id: 'p1', kind, target: { step, phase }, occurrence: { mode }, params: {} }] : [];
  return runLocally(compiled, 7, points).world.trace;
};
const underWay = (trace: Trace, seq: number, at: number) => {
  const found: { type: string; lost: string | null; progress: number }[] = [];
  eachUnderWay(trace, seq, at, ({ type, lost }, progress) => found.push({ type, lost, progress }));
  return found;
};

describe('the saga followed', () => {
  test('a happy run ends with every action committed and no compensation begun', () => {
    const trace = run();
    const saga = followedSaga(trace, trace.length, null);
    expect([0, 1, 2].map((index) => stepState(saga, index, 'action').status)).toEqual(['committed', 'committed', 'committed']);
    expect([0, 1, 2].map((index) => stepState(saga, index, 'compensation').status)).toEqual(['idle', 'idle', 'idle']);
    expect(outcomeAt(trace, trace.length)).toEqual({ outcome: 'completed', ended: true, broken: [] });
    expect(outcomeAt(trace, 1).outcome).toBe('ready');
  });

  test('a rejected payment releases the stock and skips the refund', () => {
    const trace = run('business-rejection');
    const saga = followedSaga(trace, trace.length, null);
    expect(stepState(saga, 1, 'action').status).toBe('failed');
    expect(stepState(saga, 0, 'compensation').status).toBe('compensated');
    expect(stepState(saga, 1, 'compensation').status).toBe('skipped');
    expect(outcomeAt(trace, trace.length).outcome).toBe('compensated');
    expect(statusCounts(trace, trace.length, 0, 'compensation')).toEqual({ compensated: 1 });
    expect(statusCounts(trace, trace.length, 0, 'action')).toEqual({ committed: 1 });
    expect(struckAt(trace, trace.length, 'p1')).toBe(1);
    const seen = new Set(trace.map((_, seq) => outcomeAt(trace, seq).outcome));
    expect(seen).toEqual(new Set(['ready', 'running', 'compensating']));
  });
});

describe('messages under way', () => {
  test('a message is half way at half its latency, and gone once it was handled', () => {
    expect(progressOf({ sentAt: 100, arrivesAt: 300 }, 200)).toBe(0.5);
    const trace = run();
    for (let seq = 1; seq <= trace.length; seq += 1) {
      for (const { progress } of underWay(trace, seq, trace[seq - 1]!.at)) expect(progress).toBeLessThanOrEqual(1);
    }
    expect(underWay(trace, trace.length, trace.at(-1)!.at)).toEqual([]);
  });

  test('a lost reply travels, marked as lost, until it should have arrived', () => {
    const trace = run('lost-reply');
    const sent = trace.find((record) => record.kind === 'transition' && record.sends.some(({ lost }) => lost === 'lost-reply'))!;
    expect(underWay(trace, sent.seq + 1, sent.at + 10).filter(({ lost }) => lost === 'lost-reply')).toHaveLength(1);
    expect(underWay(trace, sent.seq + 1, sent.at + 1000).filter(({ lost }) => lost !== null)).toEqual([]);
  });
});

test('a crashed service is down from the crash to the restart', () => {
  const trace = run('crash-before-commit');
  const crashed = trace.find(({ kind }) => kind === 'crashed')!;
  const restarted = trace.find(({ kind }) => kind === 'restarted')!;
  expect(processAt(trace, crashed.seq, 'payments').downUntil).toBeNull();
  expect(processAt(trace, crashed.seq + 1, 'payments').downUntil).toBe(restarted.at);
  expect(processAt(trace, restarted.seq + 1, 'payments').downUntil).toBeNull();
});

test('marks tell commits from compensations and failures', () => {
  const trace = run('business-rejection');
  const marks = marksAt(trace, trace.length).map(({ type, what }) => `${type} ${what}`);
  expect(marks).toEqual(['commit InventoryReserved', 'failure business-rejection', 'commit PaymentRejected', 'compensation InventoryReleased', 'end compensated']);
  const end = trace.at(-1)!.at;
  expect(groupMarks(marksAt(trace, trace.length), end, 1000).map(({ type }) => type)).toEqual(['commit', 'failure', 'compensation', 'end']);
  expect(groupMarks(marksAt(trace, trace.length - 1), end, 1)).toEqual([expect.objectContaining({ type: 'failure', what: ['business-rejection'], count: 1, rest: 3 })]);
});

test('the narration follows the run', () => {
  const keys = (trace: Trace): string[] => trace.flatMap((record) => narrate(record)?.key ?? []);
  expect(keys(run('business-rejection'))).toEqual(['sagaStarted', 'committed', 'rejected', 'turnsBack', 'committed', 'sagaCompensated', 'runEnded']);
  expect(keys(run('compensation-failure', 'reserve-inventory', 'compensation', 'every'))).toEqual(keys(run()));
  expect(keys(run('lost-reply'))).toContain('lostReply');
  const trace = run();
  expect(narrationAt(trace, trace.length)).toMatchObject({ key: 'runEnded', params: { outcome: 'completed' } });
  expect(narrationAt(trace, 0)).toBeNull();
});
