/** Where the patterns meet: a scenario document becomes processes with participants. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { Projection } from '#patterns/cqrs/projection.ts';
import { OutboxRelay } from '#patterns/database-per-service/outbox.ts';
import { Service } from '#patterns/database-per-service/service.ts';
import type { ServiceStep } from '#patterns/database-per-service/service.ts';
import { Orchestrator } from '#patterns/saga/orchestrator.ts';
import type { SagaDefinition } from '#patterns/saga/definition.ts';
import type { Participant, ProcessDefinition } from '#kernel/participant.ts';
import type { ParticipantId, Plan } from '#trace/records.ts';
import { compileActivity } from './activity.ts';
import type { ScenarioDocument, ServiceDocument, StepDocument } from './document.ts';
import { baselineRows, compileProjection } from './projection-rules.ts';

export interface CompiledScenario {
  readonly document: ScenarioDocument;
  /** First 16 hex digits of the SHA-256 of the document without its failure points: they are an input of the run beside it. */
  readonly hash: string;
  readonly plan: Plan;
  readonly processes: readonly ProcessDefinition[];
  /** A fresh participant, as after a start of its process. @throws RangeError for an id that no process has. */
  participant(id: ParticipantId): Participant;
}

/** Compiles a document that has been checked (see parse.ts); a document that has not may throw. */
export function compileScenario(document: ScenarioDocument): CompiledScenario {
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
  return {
    document,
    hash: bytesToHex(sha256(utf8ToBytes(JSON.stringify({ ...document, failurePoints: [] })))).slice(0, 16),
    plan: planOf(document),
    processes: [...document.services.map(serviceProcess), orchestratorProcess, projectorProcess(document)],
    participant(id) {
      const make = makers.get(id);
      if (!make) throw new RangeError(`there is no participant ${id}`);
      return make();
    },
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

function planOf(document: ScenarioDocument): Plan {
  return {
    services: document.services.map(({ id, store, tables }) => ({ id, store, tables: tables.map((table) => ({ id: table.id, key: table.key })) })),
    steps: document.saga.steps.map(({ id, service, kind, compensation }) => ({ id, service, kind, compensation: compensation?.id ?? null })),
    projections: document.projections.map(({ id, key, on }) => ({ id, key, sources: Object.keys(on) })),
  };
}

const hasOutbox = ({ messaging }: ServiceDocument): boolean => messaging?.outbox ?? true;

const SERVICE_TABLES = { events: 'position', inbox: 'key', outbox: 'id' } as const;

const serviceProcess = ({ id, tables, messaging }: ServiceDocument): ProcessDefinition => ({
  id,
  participants: (messaging?.outbox ?? true) ? [id, `relay:${id}`] : [id],
  tables: { ...Object.fromEntries(tables.map((table) => [table.id, table.key])), ...SERVICE_TABLES },
  rows: Object.fromEntries(tables.map((table) => [table.id, table.rows])),
});

const orchestratorProcess: ProcessDefinition = {
  id: 'orchestrator', participants: ['orchestrator'], tables: { sagas: 'id', saga_log: 'id' }, rows: {},
};

const projectorProcess = (document: ScenarioDocument): ProcessDefinition => ({
  id: 'projector',
  participants: document.projections.map(({ id }) => `projection:${id}`),
  tables: { ...Object.fromEntries(document.projections.map(({ id, key }) => [id, key])), checkpoints: 'projection', dead_letters: 'id' },
  rows: Object.fromEntries(document.projections.map((projection) => [projection.id, baselineRows(projection, document)])),
});
