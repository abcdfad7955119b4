/** Turns what a participant wants to send into messages under way: ids, latencies, and what failure points do to them. */
import type { Envelope, FaultFired, LossReason, ParticipantId } from '#trace/records.ts';
import type { ArmedFailurePoints } from './failure-points/armed.ts';
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
  private readonly random: Random;
  private readonly failurePoints: ArmedFailurePoints;
  constructor(network: Network, random: Random, failurePoints: ArmedFailurePoints) {
    this.network = network;
    this.random = random;
    this.failurePoints = failurePoints;
  }

  /** Appends the message, and its copies, to `into`; failure points that struck go to `faults`. */
  send(out: Outgoing, from: ParticipantId, causation: number, now: number, lost: LossReason | null, into: Envelope[], faults: FaultFired[]): void {
    let delay = this.network.latency + this.random.upTo(this.network.jitter) + (this.network.extra[out.to] ?? 0);
    let loss = lost;
    let copies = 0;
    let spacing = 0;
    const edge = out.kind === 'command' ? 'request' : out.kind === 'reply' ? 'reply' : null;
    if (edge !== null && loss === null && out.step !== null && this.failurePoints.any) {
      const draft = this.envelope(out, from, causation, now, now + delay, null, false, 0);
      for (const { fired, effect } of this.failurePoints.strikes(edge, draft, null)) {
        faults.push(fired);
        if (effect.type === 'lose') loss = edge === 'request' ? 'lost-request' : 'lost-reply';
        else if (effect.type === 'delay') delay += effect.ms;
        else if (effect.type === 'copy') { copies += effect.copies; spacing = effect.delay; }
      }
    }
    into.push(this.envelope(out, from, causation, now, now + delay, loss, false, this.nextId++));
    for (let copy = 1; copy <= copies; copy += 1) {
      into.push(this.envelope(out, from, causation, now, now + delay + copy * spacing, loss, true, this.nextId++));
    }
  }

  /** A message from outside, at its own time; it takes the network's latency like any other, and arrives no sooner than `earliest`. */
  arrive(out: Outgoing, sentAt: number, immediate: boolean, earliest: number): Envelope {
    const delay = immediate ? 0 : this.network.latency + this.random.upTo(this.network.jitter);
    return this.envelope(out, 'client', 0, sentAt, Math.max(sentAt + delay, earliest), null, false, this.nextId++);
  }

  timer(request: TimerRequest, owner: ParticipantId, causation: number, now: number): Envelope {
    return {
      id: this.nextId++, kind: 'timer', type: request.type, from: owner, to: owner, saga: request.saga, step: null, phase: null, attempt: 0,
      key: request.name, causation, sentAt: now, arrivesAt: now + request.after, lost: null, copy: false, data: request.data,
    };
  }

  private envelope(
    out: Outgoing, from: ParticipantId, causation: number, sentAt: number, arrivesAt: number, lost: LossReason | null, copy: boolean, id: number,
  ): Envelope {
    return {
      id, kind: out.kind, type: out.type, from, to: out.to, saga: out.saga, step: out.step, phase: out.phase, attempt: out.attempt,
      key: out.key, causation: out.causation ?? causation, sentAt, arrivesAt, lost, copy, data: out.data,
    };
  }
}
