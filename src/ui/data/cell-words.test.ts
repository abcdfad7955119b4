import { describe, expect, test } from 'vitest';
import { en } from '#messages/en/index.ts';
import { es } from '#messages/es/index.ts';
import { PRESETS } from '#session/presets.ts';
import { cellWordsOf } from './cell-words.ts';

const byStatus = PRESETS['order']!.projections.find(({ groupBy }) => groupBy !== null)!;
/** Every value under one of these keys, however deep. */
const valuesUnder = (part: unknown, found: (key: string, value: unknown, owner: object) => boolean): readonly string[] => {
  if (part === null || typeof part !== 'object') return [];
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => (found(key, value, part) ? [String(value)] : valuesUnder(value, found)));
};

describe('words for what is stored', () => {
  test('a column has the name that the scenario gives it, a state its word; the rest is shown as it is', () => {
    const words = cellWordsOf(byStatus, es.projections.states, 'es');
    expect([words.column('status'), words.value('status', 'paid', 40), words.value('status', 'in-the-post', 40), words.value('customer', 'paid', 40)]).toEqual(['Estado', 'pagado', 'in-the-post', 'paid']);
    expect(words.column('weight')).toBe('weight');
    expect(words.value('status', undefined, 40)).toBe('');
    expect(cellWordsOf(undefined, es.projections.states, 'es').value('status', 'paid', 40)).toBe('paid');
    expect(words.value('status', 'constructor', 40)).toBe('constructor');
  });

  test('every state of the presets has a word in both languages', () => {
    const states = new Set(Object.values(PRESETS).flatMap(({ projections }) => projections.filter(({ groupBy }) => groupBy !== null).flatMap(({ groupBy, on }) =>
      valuesUnder(on, (key, _, owner) => key === 'value' && 'field' in owner && owner.field === groupBy))));
    expect(states).toContain('payment-rejected');
    for (const { projections } of [en, es]) expect([...states].filter((state) => !Object.hasOwn(projections.states, state))).toEqual([]);
  });

  test('every reason of the presets has a word in both languages, and those of the kernel', () => {
    const reasons = new Set([
      ...valuesUnder(PRESETS, (key, value) => key === 'reason' && typeof value === 'string'),
      'business-rejection', 'transient-error', 'compensation-failure', 'timeout', 'never-happened', 'cancelled', 'poison-event', 'rejected',
    ]);
    expect(reasons).toContain('out-of-stock');
    for (const { inspector } of [en, es]) expect([...reasons].filter((reason) => !Object.hasOwn(inspector.reasons, reason))).toEqual([]);
  });
});
