import { expect, test } from 'vitest';
import type { TraceRecord } from '#trace/records.ts';
import { createFold } from './fold.ts';

const records = (count: number): TraceRecord[] => Array.from({ length: count }, (_, seq) => ({ kind: 'restarted', seq, at: seq * 10, process: 'orders' }));

test('a fold gives the same state forward, backward and after the trace has grown', () => {
  let applied = 0;
  const fold = createFold<{ sum: number }>({
    initial: () => ({ sum: 0 }),
    apply: (state, record) => { applied += 1; state.sum += record.seq; return state; },
    clone: (state) => ({ ...state }),
    every: 10,
  });
  const sum = (seq: number): number => (seq * (seq - 1)) / 2;
  const trace = records(45);
  expect(fold.at(trace, 45).sum).toBe(sum(45));
  expect(applied).toBe(45);
  expect(fold.at(trace, 31).sum).toBe(sum(31));
  expect(applied).toBe(46);
  expect(fold.at(trace, 3).sum).toBe(sum(3));
  trace.push(...records(60).slice(45));
  expect(fold.at(trace, 60).sum).toBe(sum(60));
  expect(fold.at(trace, 99).sum).toBe(sum(60));
  expect(fold.at(trace, 40).sum).toBe(sum(40));
});
