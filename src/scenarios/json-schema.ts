/** The JSON Schema of the scenario document, for editors and other tools: published as `schema/scenario-1.json`. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { scenarioSchema } from './schema.ts';

export function scenarioJsonSchema(): object {
  const schema = toJsonSchema(scenarioSchema, {
    target: 'draft-2020-12',
    // Pieces of free JSON: any value, or any object.
    overrideSchema: ({ valibotSchema }) => {
      if (valibotSchema.type !== 'custom') return undefined;
      return 'message' in valibotSchema && valibotSchema.message === 'object' ? { type: 'object' } : {};
    },
  });
  return { ...schema, $id: 'scenario-1.json', title: 'Sagascope scenario, version 1' };
}
