import { expect, test } from 'vitest';
import { PRESETS } from '#scenarios/presets/index.ts';
import { emptyLine, fieldsOf } from './request.ts';

test('the form of an order follows from the requests of the scenario', () => {
  const fields = fieldsOf(PRESETS['order']!);
  expect(fields.map(({ id, type }) => `${id}: ${type}`)).toEqual(['customer: text', 'items: list', 'amount: number']);
  expect(fields[0]).toMatchObject({ choices: ['ana', 'ben', 'chloe'] });
  const [, items] = fields;
  expect(items?.type === 'list' && emptyLine(items.columns)).toEqual({ sku: 'book', quantity: 1 });
});
