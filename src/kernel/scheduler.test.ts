import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scheduler } from './scheduler.ts';

const drain = (scheduler: Scheduler<string>): readonly string[] => {
  const seen: string[] = [];
  for (let at = scheduler.nextAt(); at !== null; at = scheduler.nextAt()) seen.push(`${at}:${scheduler.pop()}`);
  return seen;
};
const nothingCancelled = (): boolean => false;

describe('the agenda', () => {
  test('hands out what falls due in the same millisecond in the order of scheduling', () => {
    const scheduler = new Scheduler<string>(nothingCancelled);
    for (const [at, item] of [[5, 'a'], [3, 'b'], [5, 'c'], [3, 'd']] as const) scheduler.schedule(at, item);
    expect(drain(scheduler)).toEqual(['3:b', '3:d', '5:a', '5:c']);
  });

  test('keeps that order for a millisecond that was far ahead when the first of them was scheduled', () => {
    const scheduler = new Scheduler<string>(nothingCancelled);
    for (const [at, item] of [[1500, 'first'], [1000, 'before']] as const) scheduler.schedule(at, item);
    expect(scheduler.pop()).toBe('before');
    scheduler.schedule(1500, 'second');
    expect(drain(scheduler)).toEqual(['1500:first', '1500:second']);
  });

  test('takes something for an earlier time than the one it has just announced', () => {
    const scheduler = new Scheduler<string>(nothingCancelled);
    scheduler.schedule(5000, 'later');
    expect(scheduler.nextAt()).toBe(5000);
    scheduler.schedule(40, 'sooner');
    expect(drain(scheduler)).toEqual(['40:sooner', '5000:later']);
  });

  test('refuses a time that has passed, and a part of a millisecond', () => {
    const scheduler = new Scheduler<string>(nothingCancelled);
    scheduler.schedule(7, 'a');
    scheduler.pop();
    expect(() => scheduler.schedule(6, 'b')).toThrow(RangeError);
    expect(() => scheduler.schedule(7.5, 'b')).toThrow(RangeError);
  });

  test('never leaps over a deadline, whatever is scheduled, cancelled or withdrawn in between, near or far (D43)', () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('schedule' as const), after: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 900, max: 3500 })) }),
      fc.record({ type: fc.constantFrom('pop' as const, 'look' as const), after: fc.constant(0) }),
      fc.record({ type: fc.constantFrom('cancel' as const, 'withdraw' as const), after: fc.integer({ min: 0, max: 20 }) }),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const cancelled = new Set<object>();
      const scheduler = new Scheduler<{ at: number; seq: number }>((item) => cancelled.has(item));
      let model: { at: number; seq: number }[] = [];
      let now = 0;
      let seq = 0;
      for (const { type, after } of steps) {
        const due = model.toSorted((a, b) => a.at - b.at || a.seq - b.seq)[0] ?? null;
        const chosen = model[after % Math.max(1, model.length)];
        if (type === 'schedule') {
          const item = { at: now + after, seq: seq++ };
          model.push(item);
          scheduler.schedule(item.at, item);
        } else if (type === 'cancel') {
          if (chosen) cancelled.add(chosen);
          model = model.filter((item) => item !== chosen);
        } else if (type === 'withdraw') {
          expect(scheduler.withdraw((item) => item === chosen)).toEqual(chosen ? [chosen] : []);
          model = model.filter((item) => item !== chosen);
        } else {
          expect(scheduler.nextAt()).toBe(due?.at ?? null);
          if (type === 'look') continue;
          expect(scheduler.pop()).toBe(due);
          if (due) now = due.at;
          model = model.filter((item) => item !== due);
        }
        expect([...scheduler.pending()]).toEqual(model.toSorted((a, b) => a.at - b.at || a.seq - b.seq));
      }
    }));
  });
});
