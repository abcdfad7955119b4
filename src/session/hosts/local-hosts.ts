/** Processes in this thread: for tests, and for browsers that refuse storage. */
import { compileParticipants } from '#scenarios/compile.ts';
import { databaseName } from '#storage/dexie/schema.ts';
import { openMemory } from '#storage/memory.ts';
import { MemoryDisk } from '#storage/memory-disk.ts';
import type { DurableStore } from '#storage/port.ts';
import { ServiceProcess } from '../workers/service-process.ts';
import type { HandleDelivery, HostMaker, HostOrder, ProcessHost, RestartDelivery } from './process-host.ts';

export class LocalHost implements ProcessHost {
  private process: ServiceProcess | null = null;
  private readonly order: HostOrder;
  private readonly store: DurableStore;
  constructor(order: HostOrder, store: DurableStore) {
    this.order = order;
    this.store = store;
  }

  async open(): Promise<void> {
    this.process = await ServiceProcess.start(this.order.definition, compileParticipants(this.order.scenario.document), this.store);
  }

  async handle(delivery: HandleDelivery) { return this.process!.handle(delivery); }
  async recover(delivery: RestartDelivery) { return this.process!.recover(delivery); }

  kill(): void {
    this.store.close();
    this.process = null;
  }
}

/** Processes whose databases are made of memory. */
export function memoryHosts(disk = new MemoryDisk(openMemory)): HostMaker {
  const connect = ({ run, definition, contents }: HostOrder): DurableStore => disk.connect(databaseName(run, definition.id), definition, contents);
  return {
    storage: 'memory',
    make: (order) => new LocalHost(order, connect(order)),
    async read(order) {
      return disk.has(databaseName(order.run, order.definition.id)) ? connect(order).open() : null;
    },
    async destroy(run, definitions) {
      for (const definition of definitions) await disk.connect(databaseName(run, definition.id), definition).destroy();
    },
  };
}
