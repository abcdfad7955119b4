import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scenarioJsonSchema } from './json-schema.ts';

it('the published JSON Schema is the one that the code gives (npm run schema writes it)', () => {
  expect(readFileSync('public/schema/scenario-1.json', 'utf8')).toBe(`${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
});
