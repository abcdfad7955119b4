/** Turns what a participant wants to send into messages under way: ids, latencies, and what failure points do to them. */
import type { Envelope, FaultFired, LossReason, ParticipantId, ProcessId } from '#trace/records.ts';
import type { ArmedFailurePoints, Strike } from './failure-points/armed.ts';
import type { Outgoing, TimerRequest } from './participant.ts';
import type { Random } from './random.ts';

export interface Network {
  /** Milliseconds each way, plus 0..jitter. */
  readonly latency: number;
  readonly jitter: number;
  /** Further milliseconds towards a receiver (a projection that lags). */
  readonly extra: { readonly [participant: ParticipantId]: number };
}

export class Bus {
  private nextId = 1;
  private readonly network: Network;
  private readonly extra: ReadonlyMap<ParticipantId, number>;
  private readonly random: Random;
  private readonly failurePoints: ArmedFailurePoints;
  private readonly processOf: (participant: ParticipantId) => ProcessId | null;
  /** What was sent since the last `release`; only the first `count` places. It is used again and again: this is the hot path of every run. */
  private readonly sent: Envelope[] = [];
  private count = 0;
  constructor(network: Network, random: Random, failurePoints: ArmedFailurePoints, processOf: (participant: ParticipantId) => ProcessId | null) {
    this.processOf = processOf;
    this.network = network;
    this.extra = new Map(Object.entries(network.extra));
    this.random = random;
    this.failurePoints = failurePoints;
  }

  /** Sends the message, and the copies that failure points make of it. Gives those that struck. */
  send(out: Outgoing, from: ParticipantId, causation: number, now: number, lost: LossReason | null): readonly FaultFired[] {
    let delay = this.network.latency + this.random.upTo(this.network.jitter) + (this.extra.get(out.to) ?? 0);
    let loss = lost;
    let struck = UNHARMED;
    let copies = 0;
    let spacing = 0;
    if (loss === null && this.failurePoints.any) {
      for (const { fired, effect } of this.strikesOn(out, from, now)) {
        struck = [...struck, fired];
        if (effect.type === 'lose') loss = out.kind === 'reply' ? 'lost-reply' : 'lost-request';
        else if (effect.type === 'delay') delay += effect.ms;
        else if (effect.type === 'scatter') delay += this.failurePoints.random.upTo(effect.window);
        else if (effect.type === 'copy') { copies += effect.copies; spacing = effect.delay; }
        // The broker keeps events until the network is whole again; nobody keeps requests and replies.
        else if (effect.type === 'partition' && out.kind === 'event') delay += Math.max(0, effect.until - now);
        else if (effect.type === 'partition') loss = 'partition';
      }
    }
    this.put(this.envelope(out, from, causation, now, now + delay, loss, false));
    for (let copy = 1; copy <= copies; copy += 1) this.put(this.envelope(out, from, causation, now, now + delay + copy * spacing, loss, true));
    return struck;
  }

  /** Failure points on the message's way: on its own edge, and on the links of the processes at both ends. */
  private strikesOn(out: Outgoing, from: ParticipantId, now: number): readonly Strike[] {
    const sender = this.processOf(from);
    const receiver = this.processOf(out.to);
    const own = out.kind === 'event'
      ? [...this.failurePoints.strikes('publication', out, sender), ...this.failurePoints.strikes('publication', out, receiver)]
      : this.failurePoints.strikes(out.kind === 'command' ? 'request' : 'reply', out, null);
    if (sender === receiver) return own;
    return [...own, ...this.failurePoints.cuts(sender, 'outbound', now), ...this.failurePoints.cuts(receiver, 'inbound', now)];
  }

  /** Sends `owner` a timer of its own. */
  sendTimer(request: TimerRequest, owner: ParticipantId, causation: number, now: number): Envelope {
    const timer: Envelope = {
      id: this.nextId++, kind: 'timer', type: request.type, from: owner, to: owner, saga: request.saga, step: null, phase: null, attempt: 0,
      key: request.name, causation, sentAt: now, arrivesAt: now + request.after, lost: null, copy: false, data: request.data,
    };
    this.put(timer);
    return timer;
  }

  /** Everything sent since the last call, in order. */
  release(): readonly Envelope[] {
    if (this.count === 0) return NOTHING;
    const released = this.sent.slice(0, this.count);
    this.count = 0;
    return released;
  }

  /** A message from outside, at its own time; it takes the network's latency like any other, and arrives no sooner than `earliest`. */
  arrive(out: Outgoing, sentAt: number, immediate: boolean, earliest: number): Envelope {
    const delay = immediate ? 0 : this.network.latency + this.random.upTo(this.network.jitter);
    return this.envelope(out, 'client', 0, sentAt, Math.max(sentAt + delay, earliest), null, false);
  }

  private put(message: Envelope): void {
    this.sent[this.count] = message;
    this.count += 1;
  }

  private envelope(
    out: Outgoing, from: ParticipantId, causation: number, sentAt: number, arrivesAt: number, lost: LossReason | null, copy: boolean,
  ): Envelope {
    return {
      id: this.nextId++, kind: out.kind, type: out.type, from, to: out.to, saga: out.saga, step: out.step, phase: out.phase, attempt: out.attempt,
      key: out.key, causation: out.causation ?? causation, sentAt, arrivesAt, lost, copy, data: out.data,
    };
  }
}

const NOTHING: readonly Envelope[] = [];
const UNHARMED: readonly FaultFired[] = [];
