/** The heart of a session: one run at a time, its driver, its edits, and what is kept of it. Everything that touches the run is queued here. */
import type { ScenarioDocument } from '#scenarios/document.ts';
import type { FailurePoint, InterventionAction } from '#trace/records.ts';
import { Branches } from './branches.ts';
import { Driver } from './driver.ts';
import type { Driven } from './driver.ts';
import { EditHistory, editPoints, isFailurePointAction } from './edits.ts';
import type { FailurePointAction } from './edits.ts';
import type { HostMaker } from './hosts/process-host.ts';
import { ProcessFailed } from './hosts/processes.ts';
import type { Library } from './library.ts';
import { sameProcesses } from './layout.ts';
import { LiveRun } from './live-run.ts';
import type { RunInput } from './live-run.ts';
import { reasonOf } from './reasons.ts';
import type { Rebuilt } from './rebuild.ts';
import { Recorder } from './recorder.ts';
import { Replays } from './replays.ts';
import type { Opening, TabMemory } from './saved-run.ts';
import type { RunLocks } from './run-locks.ts';
import type { Notice } from './state.ts';
import type { Ticker } from './ticker.ts';
import { WorkQueue } from './work-queue.ts';
import type { Work } from './work-queue.ts';

export interface SessionDependencies {
  readonly opening: Opening;
  readonly ticker: Ticker;
  readonly hosts: HostMaker;
  /** Used when `hosts` cannot open a database. */
  readonly fallback: HostMaker;
  /** Null: nothing is saved. */
  readonly library: Library | null;
  readonly locks: RunLocks;
  readonly tab: TabMemory;
  /** A name that no other run has. */
  newRunName(): string;
  /** Deliveries of one replay; as replays.ts has it unless told. */
  readonly mostReplayed?: number;
  /** Milliseconds since 1970. */
  wallClock(): number;
}

/** What the core tells the store. */
export interface CoreEvents {
  changed(): void;
  notify(notice: Omit<Notice, 'id'>): void;
}

export class SessionCore {
  readonly deps: SessionDependencies;
  readonly driver: Driver;
  readonly history = new EditHistory();
  readonly recorder: Recorder | null;
  readonly replays: Replays;
  run: LiveRun;
  /** What the tab was opened with, as `inputIdentity` tells. */
  identity: string;
  readonly branches: Branches;
  starting = true;
  /** A process failed: before it goes on, the run must be recovered from its databases. */
  private broken = false;
  private hosts: HostMaker;
  private readonly queue = new WorkQueue();
  readonly events: CoreEvents;
  /** Brings a broken run back; see boot.ts. */
  private readonly recoverBroken: (core: SessionCore) => Promise<void>;

  constructor(deps: SessionDependencies, input: RunInput, identity: string, events: CoreEvents, recoverBroken: (core: SessionCore) => Promise<void>) {
    this.deps = deps;
    this.recoverBroken = recoverBroken;
    this.events = events;
    this.identity = identity;
    this.hosts = deps.hosts;
    this.branches = new Branches(deps.ticker, () => events.changed());
    this.run = new LiveRun(deps.newRunName(), input);
    this.replays = new Replays(deps.ticker, () => events.changed(), deps.mostReplayed);
    this.recorder = deps.library && new Recorder(deps.library, () => deps.wallClock(), (error) => this.tell('warning', 'notSaved', reasonOf(error)));
    this.driver = new Driver(this.driven(this.run), deps.ticker, () => events.changed());
  }

  /** True while the run's input can still be edited. */
  get untouched(): boolean { return this.run.untouched && !this.broken; }
  get storage(): HostMaker['storage'] { return this.hosts.storage; }
  get hostMaker(): HostMaker { return this.hosts; }
  get saves(): boolean { return this.recorder !== null && this.storage === 'indexeddb'; }

  tell(tone: Notice['tone'], key: string, params: Notice['params']): void { this.events.notify({ tone, key: `session.${key}`, params }); }

  /** Queues work on the run; a failure becomes a notice. */
  do(work: Work): Promise<void> {
    return this.queue.do(work).catch((error: unknown) => {
      // Who asked for a run while its databases were being opened asked in vain.
      if (this.starting) this.driver.pause();
      if (!(error instanceof ProcessFailed)) this.tell('error', 'actionFailed', reasonOf(error));
      this.events.changed();
    });
  }

  /** Shows a run and starts its processes; falls back to memory where the browser refuses storage. The caller has queued this. */
  async show(run: LiveRun, at = 0): Promise<void> {
    this.run = run;
    this.starting = true;
    this.broken = false;
    this.driver.drive(this.driven(run), at);
    this.events.changed();
    try {
      await run.start(this.hosts);
    } catch (error) {
      if (this.hosts === this.deps.fallback) throw error;
      void this.hosts.destroy(run.name, run.planned.processes);
      this.hosts = this.deps.fallback;
      this.tell('warning', 'memoryOnly', reasonOf(error));
      await run.start(this.hosts);
    }
    this.adopt(run, run.untouched ? 'ready' : run.ended ? 'ended' : 'open');
  }

  /** The shown run is ready to go on; it is now this tab's. */
  adopt(run: LiveRun, state: 'ready' | 'open' | 'ended'): void {
    this.run = run;
    this.starting = false;
    this.broken = false;
    if (this.saves) {
      this.recorder!.follow(run, this.identity, state);
      this.deps.tab.set(run.name);
      void this.deps.locks.claim(run.name, 1000);
    }
    this.events.changed();
  }

  /** Another input from the start, with fresh databases; what was left becomes a branch if anything had happened in it. */
  async replace(input: RunInput, rebuilt: Rebuilt | null = null, forkedAt: number | null = null): Promise<void> {
    const old = this.run;
    const next = new LiveRun(this.deps.newRunName(), input, rebuilt);
    this.branches.look(null);
    if (!old.untouched) this.branches.keep(old, forkedAt);
    await this.show(next, forkedAt ?? 0);
    this.discard(old);
  }

  /** Edits the input of a run in which nothing has happened (at once); otherwise starts another run with it. */
  changeInput(input: RunInput): Promise<void> | void {
    if (!this.untouched || !sameProcesses(this.run.scenario, input.scenario)) return this.replace(input);
    this.run = this.run.edited(input);
    this.driver.drive(this.driven(this.run), 0);
    this.adopt(this.run, 'ready');
  }

  /** What a person does, at the playhead: an edit of the input before the run, a fork in its past, an intervention at its head. */
  act(action: InterventionAction): Promise<void> | void {
    if (!this.driver.atHead) return this.fork().then(() => this.act(action));
    if (this.broken) return this.recoverBroken(this).then(() => this.act(action));
    const { run } = this;
    if (this.untouched && isFailurePointAction(action)) {
      return this.changeInput({ scenario: { ...run.scenario, failurePoints: editPoints(run.failurePoints, action) }, seed: run.seed });
    }
    const hadEnded = run.ended;
    this.intervene(action);
    if (action.type === 'crash') return this.executeNext().then(() => this.afterAction(hadEnded));
    this.afterAction(hadEnded);
  }

  private intervene(action: InterventionAction): void {
    const { run, driver } = this;
    const at = Math.max(run.world.now, Math.min(Math.floor(driver.playhead.at), run.world.nextAt() ?? Number.POSITIVE_INFINITY));
    const intervention = run.apply(action, at);
    if (!this.saves) return;
    this.recorder!.underWay();
    this.recorder!.intervened(intervention);
  }

  /** What woke a run that had ended is played at once. */
  private afterAction(hadEnded: boolean): void {
    this.driver.follow();
    this.events.changed();
    if (hadEnded && !this.run.ended) this.driver.play();
  }

  /** An edit of failure points, remembered so that it can be taken back. */
  edit(action: FailurePointAction): Promise<void> | void {
    if (!this.driver.atHead) return this.fork().then(() => this.edit(action));
    const { run } = this;
    if (this.history.record(run.failurePoints, action, this.untouched ? 0 : run.trace.length)) return this.act(action);
  }

  undo(): Promise<void> | void {
    if (!this.driver.atHead) return this.history.canUndoAt(this.driver.playhead.seq) ? this.fork().then(() => this.undo()) : undefined;
    const action = this.history.undo();
    return action ? this.act(action) : undefined;
  }

  redo(): Promise<void> | void {
    if (!this.driver.atHead) return;
    const action = this.history.redo();
    return action ? this.act(action) : undefined;
  }

  async step(): Promise<void> {
    while (this.queue.busy) await this.queue.do(() => {}).catch(() => { /* told by whoever asked for it */ });
    await (this.branches.viewed?.driver ?? this.driver).step().catch(() => { /* told as a notice */ });
  }

  /** The points in force, as the scenario's own: the input of a run from the start. */
  inputNow(): RunInput { return { scenario: this.withPoints(this.run.scenario, this.run.failurePoints), seed: this.run.seed }; }
  withPoints(scenario: ScenarioDocument, failurePoints: readonly FailurePoint[]): ScenarioDocument { return { ...scenario, failurePoints }; }

  /** Leaves the run at the playhead and goes on from there with databases that hold what they held then. */
  private async fork(): Promise<void> {
    const { seq, at } = this.driver.playhead;
    const { run } = this;
    const { rebuildInSlices } = await import('./rebuild.ts');
    const rebuilt = await this.replays.carryOut((slices) => rebuildInSlices(run.scenario, run.seed, run.interventions, { enough: ({ length }) => length >= seq }, slices));
    this.history.forkedAt(seq);
    await this.replace({ scenario: run.scenario, seed: run.seed }, rebuilt, at);
    this.tell('info', 'forked', { at: Math.floor(at), branch: this.branches.list.at(-1)?.label ?? '' });
  }

  /** Deletes what a run that was left keeps on disk; in the background. */
  private discard(run: LiveRun): void {
    const { locks } = this.deps;
    // Its own storage counts: the session may have gone over to memory since.
    const library = run.storage === 'indexeddb' ? this.deps.library : null;
    void (async () => {
      await library?.mark(run.name, 'superseded', this.deps.wallClock());
      await run.destroy();
      await library?.remove(run.name);
      locks.release(run.name);
    })().catch(() => { /* what is left is swept at the next opening */ });
  }

  /** Takes up a run whose databases are there and none of whose processes runs: everything crashed with the power, and is yet to restart. */
  async resume(run: LiveRun): Promise<void> {
    run.attach(this.hosts);
    const last = run.trace.at(-1);
    if (!(last?.kind === 'intervention' && last.action.type === 'power-loss')) run.apply({ type: 'power-loss' }, run.world.now);
    await run.executeNext();
    this.driver.drive(this.driven(run), 0);
    this.adopt(run, 'open');
  }

  private driven(run: LiveRun): Driven {
    return { trace: run.trace, nextAt: () => run.world.nextAt(), busy: () => this.queue.busy, executeNext: () => this.queue.do(() => this.executeNext()) };
  }

  /** One delivery of the shown run, after everything that it relies on is durable. */
  private async executeNext(): Promise<void> {
    if (this.broken) return this.recoverBroken(this);
    const { run, recorder } = this;
    if (this.saves) {
      if (!run.ended) recorder!.underWay();
      if (recorder!.unsettled) await recorder!.unsettled;
    }
    try {
      const executed = await run.executeNext();
      if (!this.saves) return;
      if (executed) recorder!.delivered();
      else recorder!.ended();
    } catch (error) {
      this.fail(error);
      throw error;
    }
  }

  private fail(error: unknown): void {
    this.broken = true;
    const failed = error instanceof ProcessFailed ? error : null;
    const full = (failed?.cause as { name?: string } | undefined)?.name === 'StorageFull';
    this.driver.pause();
    this.tell('error', full ? 'storageFull' : 'processFailed', { process: failed?.process ?? '', seq: this.run.trace.length, ...reasonOf(error) });
  }
}
