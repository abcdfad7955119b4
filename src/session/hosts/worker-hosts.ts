/** Processes as Web Workers, each with its own IndexedDB database that nobody else opens while it runs. */
import type { Draft } from '#kernel/participant.ts';
import { databaseName } from '#storage/dexie/schema.ts';
import { CommitRefused } from '#storage/port.ts';
import type { WorkerAnswer, WorkerRequest } from '../workers/protocol.ts';
import { deleteDatabase } from '../indexed-db.ts';
import type { HandleDelivery, HostMaker, HostOrder, ProcessHost, RestartDelivery } from './process-host.ts';

interface Waiting { resolve(value: unknown): void; reject(error: Error): void }

class WorkerHost implements ProcessHost {
  private readonly order: HostOrder;
  private worker: Worker | null = null;
  private waiting: Waiting | null = null;
  constructor(order: HostOrder) { this.order = order; }

  async open(): Promise<void> {
    const { run, scenario, definition, layout, contents } = this.order;
    const worker = new Worker(new URL('../workers/service.worker.ts', import.meta.url), { type: 'module', name: definition.id });
    worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => this.settle(data);
    worker.onerror = (event) => this.fail(Object.assign(new Error(event.message || 'the worker could not be loaded'), event.message ? {} : { name: 'WorkerNotLoaded' }));
    worker.onmessageerror = () => this.fail(new Error('a message of the worker could not be read'));
    this.worker = worker;
    await this.ask({ type: 'open', run, definition, document: scenario.document, layout, contents: contents ?? null });
  }

  handle(delivery: HandleDelivery): Promise<Draft | null> { return this.ask({ type: 'handle', delivery }) as Promise<Draft | null>; }
  recover(delivery: RestartDelivery): Promise<readonly (Draft | null)[]> { return this.ask({ type: 'recover', delivery }) as Promise<readonly (Draft | null)[]>; }

  kill(): void {
    this.worker?.terminate();
    this.worker = null;
    this.fail(new Error('the process was ended'));
  }

  private ask(request: WorkerRequest): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (!this.worker || this.waiting) {
        reject(new Error(this.worker ? 'the process is busy' : 'the process is not running'));
        return;
      }
      this.waiting = { resolve, reject };
      this.worker.postMessage(request);
    });
  }

  private settle(answer: WorkerAnswer): void {
    const { waiting } = this;
    this.waiting = null;
    if (answer.ok) waiting?.resolve(answer.value);
    else waiting?.reject(revived(answer.error));
  }

  private fail(error: Error): void {
    const { waiting } = this;
    this.waiting = null;
    waiting?.reject(error);
  }
}

/** An error from the worker, as itself again where somebody tells it apart by its class. */
function revived({ name, message, stream }: { readonly name: string; readonly message: string; readonly stream: string | null }): Error {
  if (name === 'CommitRefused') return new CommitRefused(message, stream);
  const error = new Error(message);
  error.name = name;
  return error;
}

export const workerHosts = (): HostMaker => ({
  storage: 'indexeddb',
  make: (order) => new WorkerHost(order),
  read: async (order) => (await import('./indexed-db-hosts.ts')).readDatabase(order),
  async destroy(run, definitions) {
    await Promise.allSettled(definitions.map(({ id }) => deleteDatabase(indexedDB, databaseName(run, id))));
  },
});
