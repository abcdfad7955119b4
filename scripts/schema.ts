/** `npm run schema`: writes the JSON Schema of the scenario document next to the page, for editors and for other tools. */
import { existsSync, writeFileSync } from 'node:fs';

const source = new URL('../src/scenarios/json-schema.ts', import.meta.url);
const file = new URL('../public/scenario.schema.json', import.meta.url);

if (existsSync(source)) {
  const { scenarioJsonSchema } = (await import(source.href)) as { scenarioJsonSchema: () => object };
  writeFileSync(file, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  console.log('Wrote public/scenario.schema.json');
} else {
  console.log('src/scenarios/json-schema.ts is not written yet: no schema.');
}
