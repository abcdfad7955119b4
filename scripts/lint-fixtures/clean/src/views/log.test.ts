import { expect, test } from 'vitest';
import { due } from '#patterns/saga/orchestrator.ts';
import { rows } from './log.ts';

test('a test may run what its layer may not import', () => {
  expect(due(rows(['a'], 1))).toBe(true);
  expect(Date.now()).toBeGreaterThan(0);
});
