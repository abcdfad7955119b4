/**
 * A service that owns its database: it handles commands, each as one local transaction over its own rows, inbox and outbox included.
 * It only replies; it never commands anybody (D25) and has no way to reach another database (D27).
 */
import type { Commit, Envelope, ReplyResult, RowWrite, StoredEvent } from '#trace/records.ts';
import type { DatabaseReader, Draft, HandlingContext, Outgoing, Participant } from '#kernel/participant.ts';
import { actionKey, answered, inboxWrite } from './inbox.ts';
import type { InboxResult } from './inbox.ts';
import { outboxWrite, publication, relayPoll } from './outbox.ts';

/** A fact that an activity wants to record. */
export interface Fact { readonly type: string; readonly stream: string; readonly data: StoredEvent['data'] }

/** What a service does for one step: the guards and effects of one local transaction. */
export interface Activity {
  /** Decides over the service's own rows. `reason` says which guard refused. */
  run(database: DatabaseReader, message: Envelope): { readonly ok: true; readonly writes: readonly RowWrite[]; readonly fact: Fact | null } | { readonly ok: false; readonly reason: string };
  /** The fact that a refusal leaves, if any. */
  rejection(message: Envelope, reason: string): Fact | null;
}

export interface ServiceStep {
  readonly action: Activity;
  readonly compensation: Activity | null;
  /** A retriable step may not fail for reasons of the business (D12): its refusals count as transient. */
  readonly retriable: boolean;
}

export interface Messaging {
  /** Without it every delivery takes effect, a redelivery too. */
  readonly inbox: boolean;
  /** Without it events are sent after the commit, and are gone if the process ends in between. */
  readonly outbox: boolean;
  /** Who gets the events, where there is no relay to send them. */
  readonly subscribers: readonly string[];
}

export class Service implements Participant {
  readonly id: string;
  private readonly steps: ReadonlyMap<string, ServiceStep>;
  private readonly wakeRelay: Draft['timers'];
  private readonly messaging: Messaging;
  constructor(id: string, steps: ReadonlyMap<string, ServiceStep>, messaging: Messaging = { inbox: true, outbox: true, subscribers: [] }) {
    this.id = id;
    this.messaging = messaging;
    this.steps = steps;
    this.wakeRelay = [relayPoll(id)];
  }

  handle(database: DatabaseReader, message: Envelope, context: HandlingContext): Draft {
    const step = message.step === null ? undefined : this.steps.get(message.step);
    if (message.kind !== 'command' || !step || message.key === null) return { commit: null, sends: [], timers: [], cancels: [], note: 'discarded', verdictUsed: false };
    const before = this.messaging.inbox && answered(database.get('inbox', message.key), message);
    if (before) return reply(message, before.result, before.reason, before.note, null);
    if (message.phase === 'query') return this.query(database, message, context);
    if (context.directive.verdict === 'transient') return this.refuse(message, 'transient', context.directive.reason, null, database, context);
    return message.phase === 'compensation' ? this.compensate(database, message, step, context) : this.act(database, message, step, context);
  }

  /** Nothing to resume: an open transaction left nothing, and the relay looks after the outbox. */
  recover(): null { return null; }

  private act(database: DatabaseReader, message: Envelope, step: ServiceStep, context: HandlingContext): Draft {
    if (context.directive.verdict === 'reject' && !step.retriable) {
      const reason = context.directive.reason ?? 'rejected';
      return this.refuse(message, 'rejected', reason, step.action.rejection(message, reason), database, context);
    }
    const decision = step.action.run(database, message);
    if (decision.ok) return this.commit(message, 'ok', null, decision.writes, decision.fact, database, context, 'handled', 'ok', false);
    if (step.retriable) return this.refuse(message, 'transient', decision.reason, null, database, context);
    return this.refuse(message, 'rejected', decision.reason, step.action.rejection(message, decision.reason), database, context);
  }

  /** Undoes what the action did, with a new fact (D5); where the action never happened, makes sure that it never will (D14, D15). */
  private compensate(database: DatabaseReader, message: Envelope, step: ServiceStep, context: HandlingContext): Draft {
    const key = actionKey(message);
    const done = database.get('inbox', key);
    // Without an inbox nobody knows whether it happened: it is undone in any case.
    if (!step.compensation || (this.messaging.inbox && done?.['result'] !== 'ok')) {
      const tombstone = done?.['result'] === 'rejected' ? [] : [inboxWrite(key, message, 'cancelled', 'compensated-first', context.now)];
      return this.commit(message, 'ok', 'null-compensation', tombstone, null, database, context, 'null-compensation', 'ok', false);
    }
    const decision = step.compensation.run(database, message);
    if (!decision.ok) return this.refuse(message, 'transient', decision.reason, null, database, context);
    return this.commit(message, 'ok', null, decision.writes, decision.fact, database, context, 'handled', 'ok', false);
  }

  /** "Did it happen?" If not, it will not happen any more, so that the answer stays true (D3, D15). */
  private query(database: DatabaseReader, message: Envelope, context: HandlingContext): Draft {
    const key = actionKey(message);
    const done = database.get('inbox', key);
    if (done?.['result'] === 'ok') return reply(message, 'ok', null, 'handled', null);
    if (done?.['result'] === 'rejected' || done?.['result'] === 'cancelled') return reply(message, 'absent', done['reason'] as string | null, 'handled', null);
    const tombstone = this.messaging.inbox ? { writes: [inboxWrite(key, message, 'cancelled', 'queried-first', context.now)], events: [] } : null;
    return reply(message, 'absent', null, 'handled', tombstone);
  }

  private refuse(message: Envelope, result: 'rejected' | 'transient', reason: string | null, fact: Fact | null, database: DatabaseReader, context: HandlingContext): Draft {
    const used = context.directive.verdict !== 'proceed';
    return this.commit(message, result, reason, [], fact, database, context, result, result, used);
  }

  private commit(
    message: Envelope, result: ReplyResult, reason: string | null, effects: readonly RowWrite[], fact: Fact | null, database: DatabaseReader,
    context: HandlingContext, note: string, inbox: InboxResult, verdictUsed: boolean,
  ): Draft {
    const key = message.key!;
    const { messaging } = this;
    const answer = messaging.inbox ? [inboxWrite(key, message, inbox, reason, context.now)] : NO_WRITES;
    // `concat` makes a list of just this length, and the trace keeps it: `push` makes room for sixteen more.
    if (!fact) return reply(message, result, reason, note, { writes: effects.concat(answer), events: NO_EVENTS }, NO_TIMERS, verdictUsed);
    const event: StoredEvent = {
      id: messaging.inbox ? key : `${key}@${message.id}`, position: context.nextPosition, stream: fact.stream, version: database.version(fact.stream) + 1, type: fact.type, service: this.id,
      saga: message.saga, step: message.step, correlation: message.saga, causation: message.id, at: context.now, data: fact.data,
    };
    if (!messaging.outbox) {
      // The dual write: stored here, sent there, and nothing holds the two together.
      const draft = reply(message, result, reason, note, { writes: effects.concat(answer), events: [event] }, NO_TIMERS, verdictUsed);
      return { ...draft, sends: [...draft.sends, ...messaging.subscribers.map((subscriber) => publication(event, subscriber))] };
    }
    const writes = effects.concat(answer, [outboxWrite(event, context.now)]);
    const timers = database.count('outbox') === 0 ? this.wakeRelay : NO_TIMERS;
    return reply(message, result, reason, note, { writes, events: [event] }, timers, verdictUsed);
  }
}

const NO_WRITES: Commit['writes'] = [];
const NO_EVENTS: Commit['events'] = [];
const NO_TIMERS: Draft['timers'] = [];
const NO_CANCELS: Draft['cancels'] = [];

function reply(
  message: Envelope, result: ReplyResult, reason: string | null, note: string, commit: Commit | null, timers: Draft['timers'] = NO_TIMERS, verdictUsed = false,
): Draft {
  const answer: Outgoing = {
    kind: 'reply', type: 'reply', to: message.from, saga: message.saga, step: message.step, phase: message.phase, attempt: message.attempt,
    key: message.key, data: { result, reason },
  };
  return { commit, sends: [answer], timers, cancels: NO_CANCELS, note, verdictUsed };
}
