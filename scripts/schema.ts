/** `npm run schema`: writes the JSON Schema of the scenario document next to the page, for editors and for other tools. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { scenarioJsonSchema } from '../src/scenarios/json-schema.ts';

const folder = new URL('../public/schema/', import.meta.url);
mkdirSync(folder, { recursive: true });
writeFileSync(new URL('scenario-1.json', folder), `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
console.log('Wrote public/schema/scenario-1.json');
