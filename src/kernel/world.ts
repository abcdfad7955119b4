/**
 * The world of one run: a discrete-event simulation, pure and synchronous. `next` hands out one delivery, a driver carries it out (in
 * process, or in a worker with its database), `complete` takes the result: records it and releases its messages. One at a time, so the
 * trace depends on scenario, seed and interventions alone (D43).
 */
import type {
  Envelope, FailurePoint, FaultFired, Intervention, InterventionAction, InvariantResult, ParticipantId, Plan, ProcessId, Row, RunOutcome, Trace,
  TraceRecord,
} from '#trace/records.ts';
import { Bus } from './bus.ts';
import type { Network } from './bus.ts';
import { ArmedFailurePoints } from './failure-points/armed.ts';
import type { Delivery, DeliveryResult, Directive, Draft, Outgoing, ProcessDefinition, TimerRequest } from './participant.ts';
import { createRandom } from './random.ts';
import { Scheduler } from './scheduler.ts';

export interface Assessment {
  readonly outcome: RunOutcome;
  readonly sagas: { readonly [status: string]: number };
  readonly invariants: readonly InvariantResult[];
}

export interface WorldInput {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly plan: Plan;
  readonly processes: readonly ProcessDefinition[];
  readonly network: Network;
  /** The workload: what clients send, and when (virtual ms). */
  readonly arrivals: readonly { readonly at: number; readonly message: Outgoing }[];
  readonly failurePoints: readonly FailurePoint[];
  /** Deliveries allowed for each saga started, before the run counts as a livelock (D44). */
  readonly stepBudget: number;
  /** The message that an order placed by a person, the `n`th of the run, becomes. */
  order(request: Row, n: number): Outgoing;
  /** Judges the trace of a run whose queue is empty. */
  assess(trace: Trace): Assessment;
}

interface Restart { readonly kind: 'restart'; readonly process: ProcessId }
type Item = Envelope | Restart;
/** A participant's process, and its timers that are running, by name. */
interface Seat { readonly process: ProcessId; readonly timers: Map<string, Envelope> }
const NO_FAULTS: readonly FaultFired[] = [];
const NO_CANCELS: readonly number[] = [];
const PROCEED: Directive = { verdict: 'proceed', reason: null, crash: null };
/** A process that a person or power loss ended comes back after this many ms. */
const DEFAULT_RESTART = 500;

export class World {
  readonly trace: TraceRecord[] = [];
  readonly interventions: Intervention[] = [];
  private clock = 0;
  private position = 1;
  private delivered = 0;
  private budget: number;
  private orders: number;
  private over = false;
  private readonly input: WorldInput;
  private readonly agenda: Scheduler<Item>;
  private readonly seats = new Map<ParticipantId, Seat>();
  /** Processes that are down, and when each comes back. */
  private readonly down = new Map<ProcessId, number>();
  private readonly armed: ArmedFailurePoints;
  private readonly bus: Bus;
  private pendingCrash: { processes: readonly ProcessId[]; cause: string } | null = null;
  private struck: readonly FaultFired[] = NO_FAULTS;
  private restartDelay = DEFAULT_RESTART;

  constructor(input: WorldInput) {
    this.input = input;
    this.agenda = new Scheduler((item) => item.kind === 'timer' && this.timersOf(item.to).get(item.key!) !== item);
    this.armed = new ArmedFailurePoints(createRandom(input.seed, 2));
    this.bus = new Bus(input.network, createRandom(input.seed, 1), this.armed);
    for (const { id, participants } of input.processes) {
      for (const participant of participants) this.seats.set(participant, { process: id, timers: new Map() });
    }
    for (const point of input.failurePoints) this.armed.set(point);
    const databases = Object.fromEntries(input.processes.map(({ id, rows }) => [id, rows]));
    this.trace.push({
      kind: 'run-started', seq: 0, at: 0, scenario: input.scenario, scenarioHash: input.scenarioHash, seed: input.seed, plan: input.plan, databases,
    });
    this.orders = input.arrivals.length;
    this.budget = input.stepBudget * Math.max(1, this.orders);
    const sends = input.arrivals.map(({ at, message }) => this.bus.arrive(message, at, false, 0));
    if (sends.length > 0) {
      this.trace.push({
        kind: 'transition', seq: 1, at: 0, participant: 'client', message: 0, commit: null, sends, cancels: [], faults: [], crash: null, note: 'workload',
      });
    }
    for (const message of sends) this.agenda.schedule(message.arrivesAt, message);
  }

  get now(): number { return this.clock; }
  get failurePoints(): readonly FailurePoint[] { return this.armed.points; }
  /** True once the queue was empty (or the budget spent) and nothing has woken the run since. */
  get ended(): boolean { return this.over; }

  /** Virtual time of the next delivery; null when there is none. */
  nextAt(): number | null {
    if (this.pendingCrash) return this.clock;
    return this.over ? null : this.agenda.nextAt();
  }

  /** Takes the next delivery. When nothing is left it judges the run, records `run-ended` once, and gives null. */
  next(): Delivery | null {
    if (this.pendingCrash) {
      const { processes, cause } = this.pendingCrash;
      return { kind: 'crash', processes, cause };
    }
    if (this.over) return null;
    const at = this.agenda.nextAt();
    if (at === null) return this.end(false);
    if (this.delivered >= this.budget) return this.end(true);
    this.clock = at;
    const item = this.agenda.pop()!;
    if (item.kind === 'restart') {
      const { participants } = this.input.processes.find(({ id }) => id === item.process)!;
      return { kind: 'restart', process: item.process, participants, now: at, nextPosition: this.position };
    }
    const { process, timers } = this.seats.get(item.to)!;
    if (this.down.has(process)) return { kind: 'undeliverable', process, message: item };
    this.delivered += 1;
    if (item.kind === 'timer') timers.delete(item.key!);
    const directive = this.direct(item, process);
    return { kind: 'handle', process, participant: item.to, message: item, context: { now: at, nextPosition: this.position, directive } };
  }

  /** Takes what the driver made of a delivery; see Delivery for what each kind answers. */
  complete(delivery: Delivery, result: DeliveryResult): void {
    switch (delivery.kind) {
      case 'handle':
        this.settle(delivery.participant, delivery.message.id, result as Draft | null, delivery.context.directive.crash);
        if (delivery.context.directive.crash) this.afterCrash(delivery.process, delivery.message, delivery.context.directive.crash);
        break;
      case 'crash':
        this.pendingCrash = null;
        this.crash(delivery.processes, delivery.cause, DEFAULT_RESTART);
        break;
      case 'undeliverable':
        this.record({ kind: 'undeliverable', message: delivery.message.id, process: delivery.process });
        break;
      case 'restart': {
        this.down.delete(delivery.process);
        this.record({ kind: 'restarted', process: delivery.process });
        const drafts = result as readonly (Draft | null)[];
        drafts.forEach((draft, index) => { if (draft) this.settle(delivery.participants[index]!, 0, draft, null); });
        break;
      }
    }
  }

  /** What a person does, between two deliveries, at a virtual time that lies no later than the next of them. Wakes a run that had ended. */
  apply(action: InterventionAction, at: number): Intervention {
    const next = this.nextAt();
    if (at < this.clock || (next !== null && at > next)) throw new RangeError(`an intervention at ${at} does not fit between ${this.clock} and ${next}`);
    this.clock = at;
    const intervention: Intervention = { seq: this.trace.length, at, action };
    this.interventions.push(intervention);
    const sends: Envelope[] = [];
    switch (action.type) {
      case 'add-failure-point':
      case 'change-failure-point': this.armed.set(action.point); break;
      case 'remove-failure-point': this.armed.remove(action.id); break;
      case 'place-order':
        this.orders += 1;
        sends.push(this.bus.arrive(this.input.order(action.request, this.orders), at, false, this.openAt()));
        break;
      case 'resolve':
        sends.push(this.bus.arrive({
          kind: 'command', type: 'resolve', to: 'orchestrator', saga: action.saga, step: null, phase: null, attempt: 0, key: null,
          data: { choice: action.choice, reason: action.reason },
        }, at, true, this.openAt()));
        break;
      case 'crash': this.pendingCrash = { processes: [action.process], cause: 'crash' }; break;
      case 'power-loss':
        for (const { timers } of this.seats.values()) timers.clear();
        this.agenda.withdraw((item) => item.kind === 'restart' || item.from !== 'client');
        this.down.clear();
        this.pendingCrash = { processes: this.input.processes.map(({ id }) => id), cause: 'power-loss' };
        break;
    }
    this.record({ kind: 'intervention', action, sends });
    for (const message of sends) this.agenda.schedule(message.arrivesAt, message);
    if (this.over) this.budget = this.delivered + this.input.stepBudget;
    else if (sends.length > 0) this.budget += this.input.stepBudget;
    if (sends.length > 0 || this.pendingCrash || this.agenda.nextAt() !== null) this.over = false;
    return intervention;
  }

  private direct(message: Envelope, process: ProcessId): Directive {
    const strikes = this.armed.strikes('handling', message, process);
    if (strikes.length === 0) return PROCEED;
    this.struck = strikes.map(({ fired }) => fired);
    let { verdict, reason, crash } = PROCEED;
    for (const { effect } of strikes) {
      if (effect.type === 'verdict' && verdict === 'proceed') ({ verdict, reason } = effect);
      if (effect.type === 'crash' && crash === null) { crash = effect.moment; this.restartDelay = effect.restart; }
    }
    return { verdict, reason, crash };
  }

  private settle(participant: ParticipantId, message: number, draft: Draft | null, crash: Directive['crash']): void {
    let faults = this.struck;
    this.struck = NO_FAULTS;
    if (faults.length > 0 && draft !== null && !draft.verdictUsed && crash === null) faults = NO_FAULTS;
    const commit = crash === 'before-commit' ? null : (draft?.commit ?? null);
    if (commit) this.position += commit.events.length;
    let cancels: readonly number[] = NO_CANCELS;
    if (draft && crash !== 'before-commit') {
      for (const out of draft.sends) {
        const struck = this.bus.send(out, participant, message, this.clock, crash ? 'sender-crashed' : null);
        if (struck.length > 0) faults = [...faults, ...struck];
      }
      for (const name of draft.cancels) cancels = this.cancel(participant, name, cancels);
      if (crash === null) for (const request of draft.timers) cancels = this.setTimer(request, participant, message, cancels);
    }
    const sends = this.bus.release();
    // A literal, not a spread: this is the hot path of every run.
    this.trace.push({
      kind: 'transition', seq: this.trace.length, at: this.clock, participant, message, commit, sends, cancels, faults, crash, note: draft?.note ?? 'crashed',
    });
    for (const envelope of sends) if (envelope.lost === null) this.agenda.schedule(envelope.arrivesAt, envelope);
  }

  /** Starts a timer, in place of the one that runs under its name. Gives `cancels` with the id of that one; `concat` leaves no spare room in what the trace keeps. */
  private setTimer(request: TimerRequest, participant: ParticipantId, message: number, cancels: readonly number[]): readonly number[] {
    const owner = request.owner ?? participant;
    const timers = this.timersOf(owner);
    const replaced = timers.get(request.name);
    timers.set(request.name, this.bus.sendTimer(request, owner, message, this.clock));
    return replaced ? cancels.concat([replaced.id]) : cancels;
  }

  /** Stops a timer, if it runs: the agenda passes over timers that are not among their owner's any more. */
  private cancel(participant: ParticipantId, name: string, cancels: readonly number[]): readonly number[] {
    const timers = this.timersOf(participant);
    const timer = timers.get(name);
    if (!timer) return cancels;
    timers.delete(name);
    return cancels.concat([timer.id]);
  }

  private timersOf(participant: ParticipantId): Map<string, Envelope> { return this.seats.get(participant)!.timers; }

  private crash(processes: readonly ProcessId[], cause: string, restartAfter: number): void {
    for (const process of processes) {
      if (this.down.has(process)) continue;
      const { participants } = this.input.processes.find(({ id }) => id === process)!;
      for (const participant of participants) this.timersOf(participant).clear();
      const restartAt = this.clock + restartAfter;
      this.down.set(process, restartAt);
      this.record({ kind: 'crashed', process, cause, restartAt });
      this.agenda.schedule(restartAt, { kind: 'restart', process });
      if (process === 'orchestrator') this.holdClients(restartAt);
    }
  }

  private afterCrash(process: ProcessId, message: Envelope, moment: 'before-commit' | 'after-commit'): void {
    this.crash([process], `crash-${moment}`, this.restartDelay);
    // The client never heard that its order was taken: it asks again.
    if (moment === 'before-commit' && message.from === 'client') {
      const restartAt = this.down.get(process)!;
      this.agenda.schedule(restartAt, { ...message, arrivesAt: restartAt });
    }
  }

  /** Clients knock until the orchestrator is back: what they sent arrives right after its restart. */
  private holdClients(restartAt: number): void {
    const held = this.agenda.withdraw((item) => item.kind !== 'restart' && item.from === 'client' && item.arrivesAt <= restartAt);
    for (const message of held as readonly Envelope[]) this.agenda.schedule(restartAt, { ...message, arrivesAt: restartAt });
  }

  private openAt(): number { return this.down.get('orchestrator') ?? 0; }

  private end(livelock: boolean): null {
    const { outcome, sagas, invariants } = this.input.assess(this.trace);
    this.over = true;
    this.record({ kind: 'run-ended', outcome: livelock ? 'livelock' : outcome, sagas, invariants, delivered: this.delivered });
    return null;
  }

  /** Everything that is rarer than a transition. */
  private record({ kind, ...rest }: Unstamped): void {
    this.trace.push({ kind, seq: this.trace.length, at: this.clock, ...rest } as TraceRecord);
  }
}
type Unstamped = TraceRecord extends infer R ? (R extends TraceRecord ? Omit<R, 'seq' | 'at'> : never) : never;
