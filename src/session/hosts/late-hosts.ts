/** Hosts whose code is loaded when the first process is opened: for those that most sessions never need. */
import type { HandleDelivery, HostMaker, HostOrder, ProcessHost, RestartDelivery } from './process-host.ts';

class LateHost implements ProcessHost {
  private readonly order: HostOrder;
  private readonly maker: () => Promise<HostMaker>;
  private host: ProcessHost | null = null;
  private killed = false;
  constructor(order: HostOrder, maker: () => Promise<HostMaker>) {
    this.order = order;
    this.maker = maker;
  }

  async open(): Promise<void> {
    const maker = await this.maker();
    if (this.killed) throw new Error('the process was ended');
    this.host = maker.make(this.order);
    await this.host.open();
  }

  async handle(delivery: HandleDelivery) { return this.host!.handle(delivery); }
  async recover(delivery: RestartDelivery) { return this.host!.recover(delivery); }

  kill(): void {
    this.killed = true;
    this.host?.kill();
  }
}

export function lateHosts(storage: HostMaker['storage'], load: () => Promise<HostMaker>): HostMaker {
  let loaded: Promise<HostMaker> | null = null;
  const maker = async (): Promise<HostMaker> => {
    loaded ??= load();
    try {
      return await loaded;
    } catch (error) {
      loaded = null;
      throw error;
    }
  };
  return {
    storage,
    make: (order) => new LateHost(order, maker),
    read: async (order) => (await maker()).read(order),
    async destroy(run, definitions) {
      // What was never loaded holds nothing.
      if (loaded) await (await loaded).destroy(run, definitions);
    },
  };
}
