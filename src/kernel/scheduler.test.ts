import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Scheduler } from './scheduler.ts';

const drain = (scheduler: Scheduler<string>): readonly string[] => {
  const seen: string[] = [];
  for (let at = scheduler.nextAt(); at !== null; at = scheduler.nextAt()) seen.push(`${at}:${scheduler.pop()}`);
  return seen;
};

describe('the agenda', () => {
  test('hands out what falls due in the same millisecond in the order of scheduling', () => {
    const scheduler = new Scheduler<string>();
    for (const [at, item] of [[5, 'a'], [3, 'b'], [5, 'c'], [3, 'd']] as const) scheduler.schedule(at, item);
    expect(drain(scheduler)).toEqual(['3:b', '3:d', '5:a', '5:c']);
  });

  test('never leaps over a deadline, whatever is scheduled or cancelled in between (D43)', () => {
    const step = fc.oneof(
      fc.record({ type: fc.constant('schedule' as const), after: fc.integer({ min: 0, max: 50 }) }),
      fc.record({ type: fc.constant('pop' as const), after: fc.constant(0) }),
      fc.record({ type: fc.constant('cancel' as const), after: fc.integer({ min: 0, max: 20 }) }),
    );
    fc.assert(fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const scheduler = new Scheduler<{ at: number; seq: number }>();
      let model: { at: number; seq: number }[] = [];
      let now = 0;
      let seq = 0;
      for (const { type, after } of steps) {
        if (type === 'schedule') {
          const item = { at: now + after, seq: seq++ };
          model.push(item);
          scheduler.schedule(item.at, item);
        } else if (type === 'cancel') {
          const item = model[after % Math.max(1, model.length)];
          if (item) scheduler.cancel(item);
          model = model.filter((other) => other !== item);
        } else {
          const due = model.toSorted((a, b) => a.at - b.at || a.seq - b.seq)[0] ?? null;
          expect(scheduler.nextAt()).toBe(due?.at ?? null);
          expect(scheduler.pop()).toBe(due);
          if (due) now = due.at;
          model = model.filter((other) => other !== due);
        }
        expect([...scheduler.pending()].length).toBe(model.length);
      }
    }));
  });
});
