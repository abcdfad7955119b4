/** All processes of one run: starts them, hands them deliveries, ends and restarts them. */
import type { Delivery, DeliveryResult, ProcessDefinition } from '#kernel/participant.ts';
import type { PlannedScenario } from '#scenarios/plan.ts';
import type { DatabaseDump } from '#storage/port.ts';
import type { ProcessId } from '#trace/records.ts';
import type { HostMaker, HostOrder, ProcessHost } from './process-host.ts';

/** What a process failed to do; the run cannot go on from here. */
export class ProcessFailed extends Error {
  override readonly name = 'ProcessFailed';
  readonly process: ProcessId;
  constructor(process: ProcessId, cause: unknown) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause), { cause });
    this.process = process;
  }
}

export interface ProcessesOrder {
  readonly run: string;
  readonly scenario: PlannedScenario;
  readonly layout: string;
  /** Contents of new databases, by process. */
  readonly contents?: ReadonlyMap<ProcessId, DatabaseDump>;
  /** Processes that are down: their databases are made, they are not started. */
  readonly down?: ReadonlySet<ProcessId>;
}

export class Processes {
  private readonly order: ProcessesOrder;
  private readonly maker: HostMaker;
  private readonly running = new Map<ProcessId, ProcessHost>();
  constructor(order: ProcessesOrder, maker: HostMaker) {
    this.order = order;
    this.maker = maker;
  }

  get definitions(): readonly ProcessDefinition[] { return this.order.scenario.processes; }

  /** Opens (creates) every database, and starts every process that is not down. @throws ProcessFailed when one cannot; none is left running then. */
  async start(): Promise<void> {
    const results = await Promise.allSettled(this.definitions.map(async ({ id }) => this.startOne(id, this.order.contents?.get(id))));
    for (const id of this.order.down ?? []) this.end(id);
    const failed = results.find((result) => result.status === 'rejected');
    if (!failed) return;
    this.endAll();
    throw failed.reason;
  }

  /** Carries out one delivery and returns what `World.complete` takes. @throws ProcessFailed. */
  async execute(delivery: Delivery): Promise<DeliveryResult> {
    switch (delivery.kind) {
      case 'undeliverable': return null;
      case 'crash':
        for (const process of delivery.processes) this.end(process);
        return null;
      case 'restart': {
        this.end(delivery.process);
        const host = await this.startOne(delivery.process);
        return this.guard(delivery.process, host.recover(delivery));
      }
      case 'handle': {
        const host = this.running.get(delivery.process);
        if (!host) throw new ProcessFailed(delivery.process, new Error('the process is not running'));
        const draft = await this.guard(delivery.process, host.handle(delivery));
        if (delivery.context.directive.crash) this.end(delivery.process);
        return draft;
      }
    }
  }

  endAll(): void { for (const id of this.running.keys()) this.end(id); }

  /** Ends all processes and deletes their databases. */
  async destroy(): Promise<void> {
    this.endAll();
    await this.maker.destroy(this.order.run, this.definitions);
  }

  /** What every database holds, read from it alone; ends all processes. Null where a database is missing. @throws the store's error. */
  async read(): Promise<ReadonlyMap<ProcessId, DatabaseDump | null>> {
    this.endAll();
    return new Map(await Promise.all(this.definitions.map(async (definition) => [definition.id, await this.maker.read(this.orderFor(definition))] as const)));
  }

  private async startOne(id: ProcessId, contents?: DatabaseDump): Promise<ProcessHost> {
    const definition = this.definitions.find((each) => each.id === id)!;
    const host = this.maker.make(this.orderFor(definition, contents));
    this.running.set(id, host);
    await this.guard(id, host.open());
    return host;
  }

  private orderFor(definition: ProcessDefinition, contents?: DatabaseDump): HostOrder {
    const { run, scenario, layout } = this.order;
    return { run, scenario, layout, definition, ...(contents && { contents }) };
  }

  private end(id: ProcessId): void {
    this.running.get(id)?.kill();
    this.running.delete(id);
  }

  private async guard<T>(process: ProcessId, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      throw new ProcessFailed(process, error);
    }
  }
}
