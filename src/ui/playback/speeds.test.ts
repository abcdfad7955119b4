import { expect, test } from 'vitest';
import { notchOf, SPEEDS, timelineEnd } from './speeds.ts';

test('a speed finds its nearest notch', () => {
  expect(SPEEDS.map(notchOf)).toEqual(SPEEDS.map((_, index) => index));
  expect(SPEEDS[notchOf(0.3)]).toBe(0.25);
  expect(SPEEDS[notchOf(1e9)]).toBe(100);
});

test('the timeline ends where the run ended, and beyond the head while it goes on', () => {
  expect(timelineEnd(1234, true)).toBe(1234);
  expect(timelineEnd(0, false)).toBe(2000);
  for (const head of [1, 1999, 5000, 123_456]) expect(timelineEnd(head, false)).toBeGreaterThan(head);
});
