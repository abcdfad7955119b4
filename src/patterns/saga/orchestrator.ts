/**
 * The orchestrator: it sends commands, one at a time, and reads replies (D25). Each rule below is a guard and an effect; each effect is
 * one commit of the saga's row and of one entry of the saga log, from which it resumes after a crash (D8, D16).
 */
import type { Envelope, Phase, ReplyResult, Row, SagaLogRow, SagaRow, StoredEvent } from '#trace/records.ts';
import type { DatabaseReader, Draft, HandlingContext, Outgoing, Participant, TimerRequest } from '#kernel/participant.ts';
import { backOff } from './definition.ts';
import type { Retry, SagaDefinition } from './definition.ts';
import { concerns, draftOf, isOver, mark, nextToCompensate, skipNeedless, started, turnTo } from './progress.ts';
import type { Draft as SagaDraft } from './progress.ts';

/** What the saga log says of a transition: its type, why, and about which attempt at which step and phase. */
interface Entry { readonly type: string; readonly note: string | null; readonly cursor: number; readonly phase: Phase; readonly attempt: number }
/** An entry about what the saga is doing at present: made before the saga turns to something else. */
const entryOn = ({ cursor, phase, attempt }: SagaRow, type: string, note: string | null): Entry => ({ type, note, cursor, phase, attempt });

export class Orchestrator implements Participant {
  readonly id = 'orchestrator';
  private readonly saga: SagaDefinition;
  /** What follows the saga's id in the idempotency key of a step and phase; put together once, since keys are made at every command. */
  private readonly keyEnds: readonly { readonly [phase in Phase]: string }[];
  constructor(definition: SagaDefinition) {
    this.saga = definition;
    this.keyEnds = definition.steps.map(({ id }) => ({ action: `/${id}/action`, compensation: `/${id}/compensation`, query: `/${id}/query` }));
  }

  handle(database: DatabaseReader, message: Envelope, context: HandlingContext): Draft {
    const row = database.get('sagas', message.saga!) as SagaRow | undefined;
    const { now } = context;
    if (message.type === 'start-saga') {
      if (row) return NOTHING;
      const begun = draftOf(started(message.saga!, message.data as Row, this.saga.steps, now));
      return this.proceed(begun, entryOn(begun, 'started', null), now);
    }
    if (!row || isOver(row)) return NOTHING;
    const saga = draftOf(row);
    switch (message.type) {
      case 'reply': return concerns(row, message, this.saga.steps) ? this.onReply(saga, message, now) : NOTHING;
      case 'deadline': return this.onDeadline(saga, now);
      case 'back-off': return this.onBackOff(saga, now);
      case 'resolve': return this.onResolve(saga, message, now);
      default: return NOTHING;
    }
  }

  /** Goes on from the last durable point: sends the command in progress again, with the same key; nothing before it runs again (D8). */
  recover(database: DatabaseReader): Draft | null {
    const sends: Outgoing[] = [];
    const timers: TimerRequest[] = [];
    const sagas = [...database.all('sagas')] as unknown as SagaRow[];
    // In the order of their starts, which a table does not keep.
    sagas.sort((a, b) => a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1));
    for (const saga of sagas) {
      if (isOver(saga) || saga.status === 'stuck') continue;
      sends.push(this.command(saga));
      timers.push(this.deadline(saga));
    }
    return sends.length > 0 ? { ...NOTHING, sends, timers, note: 'recovered' } : null;
  }

  private onReply(saga: SagaDraft, reply: Envelope, now: number): Draft {
    const { result, reason } = reply.data as { readonly result: ReplyResult; readonly reason: string | null };
    if (result === 'ok') return this.onOk(saga, reason, now);
    if (saga.status === 'stuck' || reply.attempt < saga.attempt) return NOTHING;
    const { kind } = this.saga.steps[saga.cursor]!;
    if (saga.phase === 'action' && result === 'rejected' && kind !== 'retriable') return this.turnBack(saga, 'failed', reason, now);
    if (saga.phase === 'query' && result === 'absent') return this.turnBack(saga, 'failed', reason ?? 'never-happened', now);
    if (this.mayRetry(saga)) {
      mark(saga, 'retrying');
      return this.waitForRetry(saga, entryOn(saga, 'retry', reason), now);
    }
    return saga.phase === 'action' ? this.turnBack(saga, 'failed', reason, now) : this.stuck(saga, reason, now);
  }

  /** No answer in time: the outcome is unknown, not failed (D3). */
  private onDeadline(saga: SagaDraft, now: number): Draft {
    const { kind } = this.saga.steps[saga.cursor]!;
    if (this.mayRetry(saga)) {
      mark(saga, saga.phase === 'action' ? 'unknown' : 'retrying');
      return this.waitForRetry(saga, entryOn(saga, 'timed-out', 'timeout'), now);
    }
    if (saga.phase !== 'action') return this.stuck(saga, 'timeout', now);
    // A pivot cannot be compensated: ask whether it happened. Anything before it is compensated in case it did.
    if (kind !== 'pivot') return this.turnBack(saga, 'unknown', 'timeout', now);
    const entry = entryOn(saga, 'queried', 'timeout');
    mark(saga, 'unknown');
    turnTo(saga, saga.cursor, 'query', 'running');
    return this.proceed(saga, entry, now);
  }

  private onBackOff(saga: SagaDraft, now: number): Draft {
    saga.attempt += 1;
    if (saga.phase !== 'query') mark(saga, 'retrying');
    return this.proceed(saga, entryOn(saga, 'sent-again', null), now);
  }

  private onOk(saga: SagaDraft, note: string | null, now: number): Draft {
    if (saga.phase === 'compensation') {
      mark(saga, 'compensated');
      return this.goBack(saga, saga.cursor - 1, entryOn(saga, 'compensated', note), now);
    }
    return this.goOn(saga, entryOn(saga, 'committed', note), now);
  }

  /** A person decides about a stuck saga (D13). */
  private onResolve(saga: SagaDraft, message: Envelope, now: number): Draft {
    if (saga.status !== 'stuck') return NOTHING;
    const { choice, reason } = message.data as { readonly choice: 'retry' | 'skip' | 'mark-resolved'; readonly reason: string };
    const { cursor, phase, attempt } = saga;
    if (choice === 'retry') {
      turnTo(saga, cursor, phase, phase === 'query' ? 'running' : 'compensating');
      saga.attempt = attempt + 1;
      saga.spent = attempt;
      return this.proceed(saga, entryOn(saga, 'retried-by-hand', reason), now);
    }
    saga.byHand = true;
    const entry = entryOn(saga, choice === 'skip' ? 'skipped-by-hand' : 'resolved-by-hand', reason);
    if (phase === 'query') return choice === 'skip' ? this.turnBack(saga, 'failed', reason, now, entry.type) : this.goOn(saga, entry, now);
    mark(saga, 'skipped');
    return this.goBack(saga, cursor - 1, entry, now);
  }

  private goOn(saga: SagaDraft, entry: Entry, now: number): Draft {
    mark(saga, 'committed');
    const next = saga.cursor + 1;
    if (next === this.saga.steps.length) return this.finish(saga, 'completed', entry, now);
    turnTo(saga, next, 'action', 'running');
    return this.proceed(saga, entry, now);
  }

  /** From here on backwards: the last committed step first, each compensation only after the one before it ended (D4). */
  private turnBack(saga: SagaDraft, outcome: 'failed' | 'unknown', reason: string | null, now: number, type: string = outcome): Draft {
    mark(saga, outcome);
    skipNeedless(saga, this.saga.steps);
    saga.reason ??= reason;
    return this.goBack(saga, saga.cursor, entryOn(saga, type, reason), now);
  }

  private goBack(saga: SagaDraft, from: number, entry: Entry, now: number): Draft {
    const next = nextToCompensate(saga, this.saga.steps, from);
    if (next < 0) return this.finish(saga, 'compensated', entry, now);
    turnTo(saga, next, 'compensation', 'compensating');
    return this.proceed(saga, entry, now);
  }

  private mayRetry(saga: SagaRow): boolean {
    if (saga.phase === 'action' && this.saga.steps[saga.cursor]!.kind === 'retriable') return true;
    return saga.attempt - saga.spent < this.retryOf(saga).attempts;
  }

  private retryOf(saga: SagaRow): Retry { return saga.phase === 'action' ? this.saga.retry : this.saga.compensationRetry; }

  private waitForRetry(saga: SagaDraft, entry: Entry, now: number): Draft {
    const after = backOff(this.retryOf(saga), saga.attempt - saga.spent);
    return this.write(saga, entry, now, NO_SENDS, [{ name: saga.id, type: 'back-off', after, saga: saga.id, data: null }], NO_CANCELS);
  }

  private stuck(saga: SagaDraft, reason: string | null, now: number): Draft {
    if (saga.phase === 'compensation') mark(saga, 'stuck');
    saga.status = 'stuck';
    return this.write(saga, entryOn(saga, 'stuck', reason), now, NO_SENDS, NO_TIMERS, [saga.id]);
  }

  private finish(saga: SagaDraft, status: 'completed' | 'compensated', entry: Entry, now: number): Draft {
    saga.status = saga.byHand ? 'resolved' : status;
    saga.endedAt = now;
    return this.write(saga, entry, now, NO_SENDS, NO_TIMERS, [saga.id]);
  }

  /** Commits the saga's new state and sends the command that follows from it. */
  private proceed(saga: SagaDraft, entry: Entry, now: number): Draft {
    return this.write(saga, entry, now, [this.command(saga)], [this.deadline(saga)], NO_CANCELS);
  }

  private write(
    saga: SagaDraft, { type, note, cursor, phase, attempt }: Entry, now: number, sends: readonly Outgoing[], timers: readonly TimerRequest[], cancels: readonly string[],
  ): Draft {
    saga.logged += 1;
    const entry: SagaLogRow = {
      id: `${saga.id}#${saga.logged}`, saga: saga.id, type, step: this.saga.steps[cursor]!.id, phase, attempt, at: now, note,
    };
    const writes = [
      { table: 'sagas', key: saga.id, row: saga as unknown as Row },
      { table: 'saga_log', key: entry.id, row: entry as unknown as Row },
    ];
    return { commit: { writes, events: NO_EVENTS }, sends, timers, cancels, note: type, verdictUsed: false };
  }

  private command(saga: SagaRow): Outgoing {
    const step = this.saga.steps[saga.cursor]!;
    return {
      kind: 'command', type: saga.phase === 'compensation' ? step.compensation! : step.id, to: step.service, saga: saga.id, step: step.id,
      phase: saga.phase, attempt: saga.attempt, key: saga.id + this.keyEnds[saga.cursor]![saga.phase], data: saga.request,
    };
  }

  private deadline(saga: SagaRow): TimerRequest {
    return { name: saga.id, type: 'deadline', after: this.saga.timeout, saga: saga.id, data: null };
  }
}

const NO_SENDS: readonly Outgoing[] = [];
const NO_TIMERS: readonly TimerRequest[] = [];
const NO_CANCELS: readonly string[] = [];
const NO_EVENTS: readonly StoredEvent[] = [];
const NOTHING: Draft = { commit: null, sends: [], timers: [], cancels: [], note: 'discarded', verdictUsed: false };
