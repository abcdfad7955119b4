/** Where the patterns meet: a scenario document becomes processes with participants. */
import { Projection } from '#patterns/cqrs/projection.ts';
import { OutboxRelay } from '#patterns/database-per-service/outbox.ts';
import { Service } from '#patterns/database-per-service/service.ts';
import type { ServiceStep } from '#patterns/database-per-service/service.ts';
import { Orchestrator } from '#patterns/saga/orchestrator.ts';
import type { SagaDefinition } from '#patterns/saga/definition.ts';
import type { Participant } from '#kernel/participant.ts';
import type { ParticipantId } from '#trace/records.ts';
import { compileActivity } from './activity.ts';
import type { ScenarioDocument, ServiceDocument, StepDocument } from './document.ts';
import { hasOutbox, planScenario } from './plan.ts';
import type { PlannedScenario } from './plan.ts';
import { compileProjection } from './projection-rules.ts';

export interface CompiledScenario extends PlannedScenario {
  /** A fresh participant, as after a start of its process. @throws RangeError for an id that no process has. */
  readonly participant: (id: ParticipantId) => Participant;
}

/** Compiles a document that has been checked (see parse.ts); a document that has not may throw. */
export const compileScenario = (document: ScenarioDocument): CompiledScenario => ({ ...planScenario(document), participant: compileParticipants(document) });

/** What runs in the processes of a scenario, apart from its plan: all that a process itself needs. */
export function compileParticipants(document: ScenarioDocument): CompiledScenario['participant'] {
  const withOutbox = document.services.filter(hasOutbox).map(({ id }) => id);
  const saga = definitionOf(document);
  const makers = new Map<ParticipantId, () => Participant>();
  const subscribers = document.projections.map(({ id }) => `projection:${id}`);
  for (const service of document.services) {
    const steps = new Map(document.saga.steps.filter((step) => step.service === service.id).map((step) => [step.id, compileStep(step, service)]));
    const messaging = { inbox: service.messaging?.inbox ?? true, outbox: hasOutbox(service), subscribers };
    makers.set(service.id, () => new Service(service.id, steps, messaging));
    if (messaging.outbox) makers.set(`relay:${service.id}`, () => new OutboxRelay(service.id, subscribers));
  }
  makers.set('orchestrator', () => new Orchestrator(saga));
  for (const projection of document.projections) {
    const project = compileProjection(projection);
    makers.set(`projection:${projection.id}`, () => new Projection(projection.id, project, withOutbox, withOutbox.length === document.services.length));
  }
  return (id) => {
    const make = makers.get(id);
    if (!make) throw new RangeError(`there is no participant ${id}`);
    return make();
  };
}

const compileStep = (step: StepDocument, service: ServiceDocument): ServiceStep => ({
  action: compileActivity(step.action, service),
  compensation: step.compensation && compileActivity(step.compensation, service),
  retriable: step.kind === 'retriable',
});

const definitionOf = ({ saga }: ScenarioDocument): SagaDefinition => ({
  steps: saga.steps.map(({ id, service, kind, compensation }) => ({ id, service, kind, compensation: compensation?.id ?? null })),
  retry: saga.retry,
  compensationRetry: saga.compensationRetry,
  timeout: saga.timeout,
});
