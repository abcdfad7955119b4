/** A projection of the document, compiled to what the projector runs. */
import type { Project } from '#patterns/cqrs/projection.ts';
import type { Row } from '#trace/records.ts';
import { compileChanges, compileForEach } from './changes.ts';
import type { ProjectionDocument } from './document.ts';
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
