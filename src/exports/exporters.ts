/** Everything that a run can be saved as. Adding a format is adding an entry. */
import type { Intervention, Trace } from '#trace/records.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { cloudEventLines, cloudEventsBatch } from './cloudevents.ts';
import { csv } from './csv.ts';
import { plainJson } from './escape.ts';
import { fileName } from './file-name.ts';
import { serialiseRun } from './run-file.ts';

export interface ExportInput {
  readonly scenario: ScenarioDocument;
  readonly seed: number;
  readonly trace: Trace;
  readonly traceHash: string;
  /** Version of the engine that left the trace, where the format says it. */
  readonly engine?: number;
}
export interface Exporter {
  /** Also the key of its name in the catalogue. */
  readonly id: 'cloudevents' | 'ndjson' | 'csv' | 'run' | 'scenario';
  readonly extension: string;
  readonly mime: string;
  write(input: ExportInput): string;
}

export const EXPORTERS: readonly Exporter[] = [
  { id: 'cloudevents', extension: 'events.json', mime: 'application/cloudevents-batch+json', write: ({ trace, scenario, seed }) => cloudEventsBatch(trace, { scenario: scenario.id, seed }) },
  { id: 'ndjson', extension: 'events.ndjson', mime: 'application/x-ndjson', write: ({ trace, scenario, seed }) => cloudEventLines(trace, { scenario: scenario.id, seed }) },
  { id: 'csv', extension: 'events.csv', mime: 'text/csv;charset=utf-8', write: ({ trace }) => csv(trace) },
  { id: 'run', extension: 'run.json', mime: 'application/json', write: writeRun },
  { id: 'scenario', extension: 'scenario.json', mime: 'application/json', write: ({ scenario }) => `${plainJson(JSON.stringify(scenario, null, 2))}\n` },
];

export const exporter = (id: string): Exporter | undefined => EXPORTERS.find((each) => each.id === id);
export const exportName = ({ scenario, seed }: Pick<ExportInput, 'scenario' | 'seed'>, { id, extension }: Exporter): string =>
  fileName(id === 'scenario' ? [scenario.id] : [scenario.id, 'seed', seed], extension);

function writeRun({ scenario, seed, trace, traceHash, engine }: ExportInput): string {
  return plainJson(serialiseRun({ scenario, seed, interventions: interventionsOf(trace), traceHash, records: trace.length, ...(engine !== undefined && { engine }) }));
}

/** The trace holds what a person did, each at its position. */
const interventionsOf = (trace: Trace): readonly Intervention[] =>
  trace.flatMap((record) => (record.kind === 'intervention' ? [{ seq: record.seq, at: record.at, action: record.action }] : []));
