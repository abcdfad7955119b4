/** What a scenario document lays out: its plan, its processes and their databases. What runs in the processes is compile.ts's. */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { Json, Plan, Row } from '#trace/records.ts';
import type { ProjectionDocument, ScenarioDocument, ServiceDocument } from './document.ts';

export interface PlannedScenario {
  readonly document: ScenarioDocument;
  /** First 16 hex digits of the SHA-256 of the document without its failure points: they are an input of the run beside it. */
  readonly hash: string;
  readonly plan: Plan;
  readonly processes: readonly ProcessDefinition[];
}

/** Plans a document that has been checked (see parse.ts); a document that has not may throw. */
export const planScenario = (document: ScenarioDocument): PlannedScenario => ({
  document,
  hash: bytesToHex(sha256(utf8ToBytes(JSON.stringify({ ...document, failurePoints: [] })))).slice(0, 16),
  plan: planOf(document),
  processes: [...document.services.map(serviceProcess), orchestratorProcess, projectorProcess(document)],
});

function planOf(document: ScenarioDocument): Plan {
  return {
    services: document.services.map(({ id, store, tables }) => ({ id, store, tables: tables.map((table) => ({ id: table.id, key: table.key })) })),
    steps: document.saga.steps.map(({ id, service, kind, compensation }) => ({ id, service, kind, compensation: compensation?.id ?? null })),
    projections: document.projections.map(({ id, key, on }) => ({ id, key, sources: Object.keys(on) })),
  };
}

export const hasOutbox = ({ messaging }: ServiceDocument): boolean => messaging?.outbox ?? true;

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

/** The rows that a view begins with: a copy of a table as it was before the first event. Empty where the projection has no baseline. */
function baselineRows(projection: ProjectionDocument, scenario: ScenarioDocument): readonly Row[] {
  const { baseline } = projection;
  if (!baseline) return [];
  const table = scenario.services.find(({ id }) => id === baseline.service)?.tables.find(({ id }) => id === baseline.table);
  return (table?.rows ?? []).map((source) => {
    const row: { [column: string]: Json } = { ...projection.initial };
    for (const [column, from] of Object.entries(baseline.columns)) row[column] = source[from] ?? null;
    return row;
  });
}
