import { describe, expect, test } from 'vitest';
import type { Envelope, FailurePoint } from '#trace/records.ts';
import { createRandom } from '../random.ts';
import { ArmedFailurePoints } from './armed.ts';
import { FAILURE_KINDS } from './registry.ts';

const command: Envelope = {
  id: 1, kind: 'command', type: 'pay', from: 'orchestrator', to: 'payments', saga: 'saga-1', step: 'pay', phase: 'action', attempt: 1, key: 'k', causation: 0,
  sentAt: 0, arrivesAt: 1, lost: null, copy: false, data: null,
};
const point = (occurrence: FailurePoint['occurrence'], more: Partial<FailurePoint> = {}): FailurePoint => ({
  id: 'p', kind: 'transient-error', target: { step: 'pay', phase: 'action' }, occurrence, params: {}, ...more,
});
const strikesOf = (failurePoint: FailurePoint, times = 5): readonly number[] => {
  const armed = new ArmedFailurePoints(createRandom(7, 2));
  armed.set(failurePoint);
  return Array.from({ length: times }, (_, index) => index + 1).filter(() => armed.strikes('handling', command, 'payments').length > 0);
};

describe('a failure point', () => {
  test('strikes the first, the nth, the first n, or every occurrence', () => {
    expect(strikesOf(point({ mode: 'first' }))).toEqual([1]);
    expect(strikesOf(point({ mode: 'nth', n: 3 }))).toEqual([3]);
    expect(strikesOf(point({ mode: 'first-n', n: 2 }))).toEqual([1, 2]);
    expect(strikesOf(point({ mode: 'every' }))).toEqual([1, 2, 3, 4, 5]);
  });

  test('with a probability strikes as the seed says, the same way each time', () => {
    const chancy = point({ mode: 'every' }, { probability: 0.5 });
    const struck = strikesOf(chancy, 1000);
    expect(struck.length).toBeGreaterThan(400);
    expect(struck.length).toBeLessThan(600);
    expect(strikesOf(chancy, 1000)).toEqual(struck);
  });

  test('on a step does not strike where its reply is handled', () => {
    const armed = new ArmedFailurePoints(createRandom(7, 2));
    armed.set(point({ mode: 'every' }));
    expect(armed.strikes('handling', { ...command, kind: 'reply' }, 'orchestrator')).toEqual([]);
  });

  test('that is changed keeps its count; one that is removed never strikes again', () => {
    const armed = new ArmedFailurePoints(createRandom(7, 2));
    armed.set(point({ mode: 'nth', n: 2 }));
    armed.strikes('handling', command, 'payments');
    armed.set(point({ mode: 'nth', n: 3 }));
    armed.strikes('handling', command, 'payments');
    expect(armed.strikes('handling', command, 'payments')).toHaveLength(1);
    armed.remove('p');
    expect(armed.strikes('handling', command, 'payments')).toEqual([]);
  });

  test('of a kind that is not known is never armed', () => {
    expect(strikesOf(point({ mode: 'every' }, { kind: 'gremlins' }))).toEqual([]);
  });
});

test('every failure kind has an id of its own and parameters within their range', () => {
  expect(new Set(FAILURE_KINDS.map(({ id }) => id)).size).toBe(FAILURE_KINDS.length);
  for (const { params } of FAILURE_KINDS) for (const { initial, min, max } of params) expect(min <= initial && initial <= max).toBe(true);
});
