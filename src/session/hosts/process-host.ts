/** Where a process of the run lives: a worker with its IndexedDB database, or this thread with any store. */
import type { Delivery, Draft, ProcessDefinition } from '#kernel/participant.ts';
import type { PlannedScenario } from '#scenarios/plan.ts';
import type { DatabaseDump } from '#storage/port.ts';

export type HandleDelivery = Extract<Delivery, { kind: 'handle' }>;
export type RestartDelivery = Extract<Delivery, { kind: 'restart' }>;

/** One life of a process, from its start to its end. After `kill` a new host continues from the same database. */
export interface ProcessHost {
  /** Opens (or creates) the database and rebuilds the state from it. @throws the store's error. */
  open(): Promise<void>;
  /** Resolves after the commit is on disk; null when the process has to be ended before the commit. @throws the store's error. */
  handle(delivery: HandleDelivery): Promise<Draft | null>;
  /** Lets each participant recover; what they draft is one commit. @throws the store's error. */
  recover(delivery: RestartDelivery): Promise<readonly (Draft | null)[]>;
  /** Ends the process at once; what it had not committed is gone. */
  kill(): void;
}

export interface HostOrder {
  readonly run: string;
  readonly scenario: PlannedScenario;
  /** Hash of the scenario without its failure points: what the databases were laid out for. */
  readonly layout: string;
  readonly definition: ProcessDefinition;
  /** What a new database begins with, where that is not the definition's rows. */
  readonly contents?: DatabaseDump;
}

export interface HostMaker {
  readonly storage: 'indexeddb' | 'memory';
  make(order: HostOrder): ProcessHost;
  /** What a database holds, read while no host has it open; null when there is none. @throws the store's error. */
  read(order: HostOrder): Promise<DatabaseDump | null>;
  /** Deletes the databases of a run. Never rejects: what is left is swept later. */
  destroy(run: string, definitions: readonly ProcessDefinition[]): Promise<void>;
}
