/**
 * The world of one run: a discrete-event simulation, pure and synchronous. `next` hands out one delivery, a driver carries it out (in
 * process, or in a worker with its database), `complete` takes the result: records it and releases its messages. One at a time, so the
 * trace depends on scenario, seed and interventions alone (D43).
 */
import type { Envelope, FailurePoint, FaultFired, Intervention, InterventionAction, ParticipantId, ProcessId, TraceRecord } from '#trace/records.ts';
import { Bus } from './bus.ts';
import { ArmedFailurePoints } from './failure-points/armed.ts';
import { orderOf, UNHARMED } from './failure-points/directive.ts';
import type { Order } from './failure-points/directive.ts';
import type { Delivery, DeliveryResult, Directive, Draft } from './participant.ts';
import { createRandom } from './random.ts';
import type { WorldInput } from './input.ts';
import { Scheduler } from './scheduler.ts';
import { Seats } from './seats.ts';

interface Restart { readonly kind: 'restart'; readonly process: ProcessId }
type Item = Envelope | Restart;
const NO_FAULTS: readonly FaultFired[] = [];
const NO_CANCELS: readonly number[] = [];
/** A process that a person or power loss ended comes back after this many ms. */
const DEFAULT_RESTART = 500;
/** A message whose transaction was rolled back comes again after this many ms; where another append was first, sooner. */
const REDELIVERY = 100;
const RELOAD = 20;

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
  private readonly seats: Seats;
  /** Processes that are down, and when each comes back. */
  private readonly down = new Map<ProcessId, number>();
  private readonly armed: ArmedFailurePoints;
  private readonly bus: Bus;
  private pendingCrash: { processes: readonly ProcessId[]; cause: string } | null = null;
  /** What failure points ask of the handling that is under way. */
  private order: Order = UNHARMED;

  constructor(input: WorldInput) {
    this.input = input;
    this.seats = new Seats(input.processes);
    this.agenda = new Scheduler((item) => item.kind === 'timer' && this.seats.isStopped(item));
    this.armed = new ArmedFailurePoints(createRandom(input.seed, 2));
    this.bus = new Bus(input.network, createRandom(input.seed, 1), this.armed, (participant) => this.seats.processOf(participant));
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
      return { kind: 'restart', process: item.process, participants: this.seats.participantsOf(item.process), now: at, nextPosition: this.position };
    }
    const process = this.seats.processOf(item.to)!;
    if (this.down.has(process)) return { kind: 'undeliverable', process, message: item };
    this.delivered += 1;
    if (item.kind === 'timer') this.seats.stop(item.to, item.key!);
    this.order = orderOf(this.armed.strikes(item.type === 'relay-mark' ? 'marking' : 'handling', item, process));
    return { kind: 'handle', process, participant: item.to, message: item, context: { now: at, nextPosition: this.position, directive: this.order.directive } };
  }

  /** Takes what the driver made of a delivery; see Delivery for what each kind answers. */
  complete(delivery: Delivery, result: DeliveryResult): void {
    switch (delivery.kind) {
      case 'handle':
        this.handled(delivery.process, delivery.message, delivery.context.directive, result as Draft | null);
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
        drafts.forEach((draft, index) => { if (draft) this.settle(delivery.participants[index]!, 0, draft, null, NO_FAULTS); });
        break;
      }
    }
  }

  /** What a person does, between two deliveries, at a virtual time that lies no later than the next of them. Wakes a run that had ended. */
  apply(action: InterventionAction, at: number): Intervention {
    // What is left of a livelock still lies ahead: the clock may not leap over it.
    const next = this.pendingCrash ? this.clock : this.agenda.nextAt();
    if (at < this.clock || (next !== null && at > next && !this.over)) throw new RangeError(`an intervention at ${at} does not fit between ${this.clock} and ${next}`);
    this.clock = Math.min(at, next ?? at);
    const intervention: Intervention = { seq: this.trace.length, at: this.clock, action };
    this.interventions.push(intervention);
    const sends: Envelope[] = [];
    switch (action.type) {
      case 'add-failure-point':
      case 'change-failure-point': this.armed.set(action.point); break;
      case 'remove-failure-point': this.armed.remove(action.id); break;
      case 'place-order':
        this.orders += 1;
        sends.push(this.bus.arrive(this.input.order(action.request, this.orders), this.clock, false, this.openAt()));
        break;
      case 'resolve':
        sends.push(this.bus.arrive({
          kind: 'command', type: 'resolve', to: 'orchestrator', saga: action.saga, step: null, phase: null, attempt: 0, key: null,
          data: { choice: action.choice, reason: action.reason },
        }, this.clock, true, this.openAt()));
        break;
      case 'crash': this.pendingCrash = { processes: [action.process], cause: 'crash' }; break;
      case 'power-loss': this.blackOut(); break;
    }
    this.record({ kind: 'intervention', action, sends });
    for (const message of sends) this.agenda.schedule(message.arrivesAt, message);
    if (this.over) this.budget = this.delivered + this.input.stepBudget;
    else if (sends.length > 0) this.budget += this.input.stepBudget;
    if (sends.length > 0 || this.pendingCrash || this.agenda.nextAt() !== null) this.over = false;
    return intervention;
  }

  /** Settles a handling, and does what its directive asks for. */
  private handled(process: ProcessId, message: Envelope, { crash, abort }: Directive, draft: Draft | null): void {
    const { fired, restart, blackout } = this.order;
    this.order = UNHARMED;
    const decisive = draft === null || draft.verdictUsed || crash !== null || abort !== null;
    this.settle(message.to, message.id, draft, crash, decisive ? fired : NO_FAULTS, abort ?? 'crashed');
    if (blackout) this.blackOut();
    else if (crash !== null) this.crash([process], `crash-${crash}`, restart);
    // The client never heard that its order was taken: it asks again.
    if (crash === 'before-commit' && message.from === 'client') this.again(message, blackout ? DEFAULT_RESTART : restart);
    if (abort !== null) this.again(message, abort === 'concurrency-conflict' ? RELOAD : REDELIVERY);
  }

  /** The same message once more, later. */
  private again(message: Envelope, after: number): void {
    const next: Envelope = { ...message, arrivesAt: this.clock + after };
    if (next.kind === 'timer') this.seats.start(next);
    this.agenda.schedule(next.arrivesAt, next);
  }

  /** Power loss: what is under way is gone; every process is about to end. */
  private blackOut(): void {
    for (const process of this.seats.all) this.seats.stopAllOf(process);
    this.agenda.withdraw((item) => item.kind === 'restart' || item.from !== 'client');
    this.down.clear();
    this.pendingCrash = { processes: this.seats.all, cause: 'power-loss' };
  }

  private settle(
    participant: ParticipantId, message: number, draft: Draft | null, crash: Directive['crash'], struckHere: readonly FaultFired[], unhandled = 'crashed',
  ): void {
    let faults = struckHere;
    const commit = crash === 'before-commit' ? null : (draft?.commit ?? null);
    if (commit) this.position += commit.events.length;
    let cancels: readonly number[] = NO_CANCELS;
    if (draft && crash !== 'before-commit') {
      for (const out of draft.sends) {
        const struck = this.bus.send(out, participant, message, this.clock, crash ? 'sender-crashed' : null);
        if (struck.length > 0) faults = [...faults, ...struck];
      }
      // `concat` leaves no spare room in what the trace keeps.
      for (const name of draft.cancels) {
        const stopped = this.seats.stop(participant, name);
        if (stopped) cancels = cancels.concat([stopped.id]);
      }
      if (crash === null) for (const request of draft.timers) {
        const replaced = this.seats.start(this.bus.sendTimer(request, request.owner ?? participant, message, this.clock));
        if (replaced) cancels = cancels.concat([replaced.id]);
      }
    }
    const sends = this.bus.release();
    // A literal, not a spread: this is the hot path of every run.
    this.trace.push({
      kind: 'transition', seq: this.trace.length, at: this.clock, participant, message, commit, sends, cancels, faults, crash, note: draft?.note ?? unhandled,
    });
    for (const envelope of sends) if (envelope.lost === null) this.agenda.schedule(envelope.arrivesAt, envelope);
  }

  private crash(processes: readonly ProcessId[], cause: string, restartAfter: number): void {
    for (const process of processes) {
      if (this.down.has(process)) continue;
      this.seats.stopAllOf(process);
      const restartAt = this.clock + restartAfter;
      this.down.set(process, restartAt);
      this.record({ kind: 'crashed', process, cause, restartAt });
      this.agenda.schedule(restartAt, { kind: 'restart', process });
      if (process === 'orchestrator') this.holdClients(restartAt);
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
