/** What the page and a service's worker say to each other. One request at a time; every request gets one answer. */
import type { Draft, ProcessDefinition } from '#kernel/participant.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import type { DatabaseDump } from '#storage/port.ts';
import type { HandleDelivery, RestartDelivery } from '../hosts/process-host.ts';

export type WorkerRequest =
  | { readonly type: 'open'; readonly run: string; readonly definition: ProcessDefinition; readonly document: ScenarioDocument; readonly layout: string; readonly contents: DatabaseDump | null }
  | { readonly type: 'handle'; readonly delivery: HandleDelivery }
  | { readonly type: 'recover'; readonly delivery: RestartDelivery };

export type WorkerAnswer =
  | { readonly ok: true; readonly value: Draft | null | readonly (Draft | null)[] }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string; readonly stream: string | null } };
