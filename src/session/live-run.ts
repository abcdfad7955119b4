/** The run that is shown: its input, its world, and the processes that carry it out. One delivery at a time. */
import { World } from '#kernel/world.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { planScenario } from '#scenarios/plan.ts';
import type { PlannedScenario } from '#scenarios/plan.ts';
import { worldInput } from '#scenarios/world-input.ts';
import type { DatabaseDump } from '#storage/port.ts';
import { createTraceHash } from '#trace/hash.ts';
import type { FailurePoint, Intervention, InterventionAction, ProcessId, Trace } from '#trace/records.ts';
import type { HostMaker } from './hosts/process-host.ts';
import { Processes } from './hosts/processes.ts';
import { layoutOf } from './layout.ts';
import type { Rebuilt } from './rebuild.ts';

export interface RunInput { readonly scenario: ScenarioDocument; readonly seed: number }

/** Which processes are down at the end of a trace. */
function downAt(trace: Trace): ReadonlySet<ProcessId> {
  const down = new Set<ProcessId>();
  for (const record of trace) {
    if (record.kind === 'crashed') down.add(record.process);
    else if (record.kind === 'restarted') down.delete(record.process);
  }
  return down;
}

export class LiveRun {
  readonly name: string;
  readonly seed: number;
  readonly planned: PlannedScenario;
  readonly world: World;
  private readonly untouchedLength: number;
  private hashed = 0;
  private digest = '';
  private readonly traceHash;
  private processes: Processes | null = null;
  private keptIn: HostMaker['storage'] | null = null;
  private readonly rebuilt: Rebuilt | null;

  /** `rebuilt`: a run that did not begin here; its databases begin with those contents. */
  constructor(name: string, { scenario, seed }: RunInput, rebuilt: Rebuilt | null = null) {
    this.name = name;
    this.seed = seed;
    this.planned = planScenario(scenario);
    this.rebuilt = rebuilt;
    this.traceHash = rebuilt?.digest ?? createTraceHash();
    this.hashed = rebuilt?.hashed ?? 0;
    this.world = rebuilt?.world ?? new World(worldInput(this.planned, seed));
    this.untouchedLength = this.world.trace[1]?.kind === 'transition' && this.world.trace[1].participant === 'client' ? 2 : 1;
  }

  get scenario(): ScenarioDocument { return this.planned.document; }
  get trace(): Trace { return this.world.trace; }
  get interventions(): readonly Intervention[] { return this.world.interventions; }
  get failurePoints(): readonly FailurePoint[] { return this.world.failurePoints; }
  /** True while nothing was delivered and nobody intervened: what it is made from can still be edited. */
  get untouched(): boolean { return this.trace.length <= this.untouchedLength; }
  get ended(): boolean { return this.world.ended; }
  /** Where its databases are; null while it has none. */
  get storage(): HostMaker['storage'] | null { return this.keptIn; }

  /** Digest of the trace so far. */
  get hash(): string {
    if (this.hashed < this.trace.length || this.digest === '') {
      for (; this.hashed < this.trace.length; this.hashed += 1) this.traceHash.append(this.trace[this.hashed]!);
      this.digest = this.traceHash.digest();
    }
    return this.digest;
  }

  /** Creates the databases and starts the processes. @throws ProcessFailed. */
  async start(maker: HostMaker): Promise<void> {
    const down = this.rebuilt ? downAt(this.trace) : new Set<string>();
    const contents = this.rebuilt ? { contents: this.rebuilt.contents } : {};
    const processes = new Processes({ run: this.name, scenario: this.planned, layout: layoutOf(this.scenario), down, ...contents }, maker);
    this.processes = processes;
    this.keptIn = maker.storage;
    await processes.start();
  }

  /** Takes over the databases that a run of this name left, none of its processes running. */
  attach(maker: HostMaker): void {
    this.keptIn = maker.storage;
    this.processes = new Processes({ run: this.name, scenario: this.planned, layout: layoutOf(this.scenario) }, maker);
  }

  /** What every database holds, read from it alone; ends all processes. Null where one is missing. @throws the store's error. */
  async readDatabases(): Promise<ReadonlyMap<ProcessId, DatabaseDump | null>> { return this.processes!.read(); }

  /** The same databases under an edited input; only while untouched. */
  edited(input: RunInput): LiveRun {
    const next = new LiveRun(this.name, input);
    next.processes = this.processes;
    next.keptIn = this.keptIn;
    return next;
  }

  /** Executes the next delivery. False when there was none. @throws ProcessFailed: the run cannot go on before it is recovered. */
  async executeNext(): Promise<boolean> {
    const delivery = this.world.next();
    if (!delivery) return false;
    this.world.complete(delivery, await this.processes!.execute(delivery));
    return true;
  }

  apply(action: InterventionAction, at: number): Intervention { return this.world.apply(action, at); }
  endAll(): void { this.processes?.endAll(); }
  /** Ends the processes and deletes the databases. */
  async destroy(): Promise<void> { await this.processes?.destroy(); }
}
