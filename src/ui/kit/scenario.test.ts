import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { textIn } from './scenario.ts';

test('a text of a scenario is shown with nothing unseen in it', () => {
  expect(textIn({ en: 'Pay\u202Eeno\u200B', es: 'Pago\u2066' }, 'en')).toBe('Pay\\u202Eeno\\u200B');
  expect(textIn({ en: 'Pay', es: 'Pago\u2066\nde' }, 'es')).toBe('Pago\\u2066\nde');
});

test('nobody reads the texts of a scenario past it', () => {
  const root = new URL('../', import.meta.url);
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.test.ts') && file !== 'kit/scenario.ts');
  expect(files.filter((file) => /(?:name|description)\??\.?\[(?:locale|language)\]/.test(readFileSync(new URL(file, root), 'utf8')))).toEqual([]);
});
