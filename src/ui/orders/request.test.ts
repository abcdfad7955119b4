import { expect, test } from 'vitest';
import { PRESETS } from '#scenarios/presets/index.ts';
import { emptyLine, fieldsOf, typedNumber } from './request.ts';
import type { Field, NumberField } from './request.ts';

test('the form of an order follows from the requests of the scenario', () => {
  const fields = fieldsOf(PRESETS['order']!);
  expect(fields.map(({ id, type }) => `${id}: ${type}`)).toEqual(['customer: text', 'items: list', 'amount: number']);
  expect(fields[0]).toMatchObject({ choices: ['ana', 'ben', 'chloe'] });
  const [, items] = fields;
  expect(items?.type === 'list' && emptyLine(items.columns)).toEqual({ sku: 'book', quantity: 1 });
});

test('amounts are whole numbers from 0, quantities from 1, and neither is endless', () => {
  const fields = fieldsOf(PRESETS['order']!);
  const amount = fields[2] as NumberField;
  const quantity = (fields[1] as Extract<Field, { type: 'list' }>).columns[1] as NumberField;
  expect(['0', '65', '1e9'].map((text) => typedNumber(amount, text))).toEqual([0, 65, 1e9]);
  for (const text of ['1e300', '-1', '0.5', '', 'x', 'Infinity']) expect(typedNumber(amount, text)).toBeNull();
  expect(Object.is(typedNumber(amount, '-0'), 0)).toBe(true);
  expect(['1', '0', '1000001', '1.5'].map((text) => typedNumber(quantity, text))).toEqual([1, null, null, null]);
});
