/** A projection of the document, compiled to what the projector runs, with the rows it begins with. */
import type { Project } from '#patterns/cqrs/projection.ts';
import type { Json, Row } from '#trace/records.ts';
import { compileChanges, compileForEach } from './changes.ts';
import type { ProjectionDocument, ScenarioDocument } from './document.ts';
import { ActivityError, asText, compileTemplate } from './template.ts';

export function compileProjection(projection: ProjectionDocument): Project {
  const rules = new Map(Object.entries(projection.on).map(([type, list]) => [type, list.map((rule) => ({
    each: compileForEach(rule.forEach), key: compileTemplate(rule.key), change: compileChanges(rule.changes),
  }))]));
  const project: Project = (event, row) => {
    const changed = new Map<string, Row>();
    const scope = { event: { type: event.type, saga: event.saga, at: event.at, stream: event.stream }, data: event.data };
    for (const { each, key, change } of rules.get(event.type) ?? []) {
      for (const own of each(scope)) {
        const id = asText(key(own));
        changed.set(id, change(changed.get(id) ?? row(id) ?? { [projection.key]: id, ...projection.initial }, own));
      }
    }
    return [...changed].map(([key, value]) => ({ key, row: value }));
  };
  return (event, row) => {
    try {
      return project(event, row);
    } catch (error) {
      // A poison event (a text where a number is to be added): it leaves the view as it is, and the others go on.
      if (error instanceof ActivityError) return [];
      throw error;
    }
  };
}

/** The rows that a view begins with: a copy of a table as it was before the first event. Empty where the projection has no baseline. */
export function baselineRows(projection: ProjectionDocument, scenario: ScenarioDocument): readonly Row[] {
  const { baseline } = projection;
  if (!baseline) return [];
  const table = scenario.services.find(({ id }) => id === baseline.service)?.tables.find(({ id }) => id === baseline.table);
  return (table?.rows ?? []).map((source) => {
    const row: { [column: string]: Json } = { ...projection.initial };
    for (const [column, from] of Object.entries(baseline.columns)) row[column] = source[from] ?? null;
    return row;
  });
}
