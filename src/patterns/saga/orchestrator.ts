/**
 * The orchestrator: it sends commands, one at a time, and reads replies (D25). Each rule below is a guard and an effect; each effect is
 * one commit of the saga's row and of one entry of the saga log, from which it resumes after a crash (D8, D16).
 */
import type { Envelope, ReplyResult, Row, SagaLogRow, SagaRow } from '#trace/records.ts';
import type { DatabaseReader, Draft, HandlingContext, Outgoing, Participant, TimerRequest } from '#kernel/participant.ts';
import { backOff } from './definition.ts';
import type { Retry, SagaDefinition } from './definition.ts';
import { concerns, isOver, marked, nextToCompensate, started, turnedTo, withSkipped } from './progress.ts';

export class Orchestrator implements Participant {
  readonly id = 'orchestrator';
  private readonly saga: SagaDefinition;
  constructor(definition: SagaDefinition) { this.saga = definition; }

  handle(database: DatabaseReader, message: Envelope, context: HandlingContext): Draft {
    const id = message.saga!;
    const saga = database.get('sagas', id) as SagaRow | undefined;
    const { now } = context;
    if (message.type === 'start-saga') {
      return saga ? NOTHING : this.proceed(started(id, message.data as Row, this.saga.steps, now), 'started', null, now);
    }
    if (!saga || isOver(saga)) return NOTHING;
    switch (message.type) {
      case 'reply': return concerns(saga, message, this.saga.steps) ? this.onReply(saga, message, now) : NOTHING;
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
    for (const row of database.all('sagas')) {
      const saga = row as unknown as SagaRow;
      if (isOver(saga) || saga.status === 'stuck') continue;
      sends.push(this.command(saga));
      timers.push(this.deadline(saga));
    }
    return sends.length > 0 ? { ...NOTHING, sends, timers, note: 'recovered' } : null;
  }

  private onReply(saga: SagaRow, reply: Envelope, now: number): Draft {
    const { result, reason } = reply.data as { readonly result: ReplyResult; readonly reason: string | null };
    const step = this.saga.steps[saga.cursor]!;
    if (result === 'ok') return this.onOk(saga, reason, now);
    if (saga.status === 'stuck' || reply.attempt < saga.attempt) return NOTHING;
    if (saga.phase === 'action' && result === 'rejected' && step.kind !== 'retriable') return this.turnBack(marked(saga, 'failed'), reason, now);
    if (saga.phase === 'query' && result === 'absent') return this.turnBack(marked(saga, 'failed'), reason ?? 'never-happened', now);
    if (this.mayRetry(saga)) return this.waitForRetry(marked(saga, 'retrying'), 'retry', reason, now);
    if (saga.phase === 'action') return this.turnBack(marked(saga, 'failed'), reason, now);
    return this.stuck(saga, reason, now);
  }

  /** No answer in time: the outcome is unknown, not failed (D3). */
  private onDeadline(saga: SagaRow, now: number): Draft {
    const step = this.saga.steps[saga.cursor]!;
    if (this.mayRetry(saga)) return this.waitForRetry(marked(saga, saga.phase === 'action' ? 'unknown' : 'retrying'), 'timed-out', 'timeout', now);
    if (saga.phase !== 'action') return this.stuck(saga, 'timeout', now);
    const unknown = marked(saga, 'unknown');
    // A pivot cannot be compensated: ask whether it happened. Anything before it is compensated in case it did.
    if (step.kind === 'pivot') return this.proceed(turnedTo(unknown, saga.cursor, 'query', 'running'), 'queried', 'timeout', now);
    return this.turnBack(unknown, 'timeout', now);
  }

  private onBackOff(saga: SagaRow, now: number): Draft {
    const again: SagaRow = { ...saga, attempt: saga.attempt + 1 };
    return this.proceed(saga.phase === 'query' ? again : marked(again, 'retrying'), 'sent-again', null, now);
  }

  private onOk(saga: SagaRow, note: string | null, now: number): Draft {
    if (saga.phase === 'compensation') {
      const undone = marked(saga, 'compensated');
      return this.goBack({ ...undone, status: 'compensating' }, saga.cursor - 1, 'compensated', note, now);
    }
    return this.goOn(marked(saga, 'committed'), 'committed', note, now);
  }

  /** A person decides about a stuck saga (D13). */
  private onResolve(saga: SagaRow, message: Envelope, now: number): Draft {
    if (saga.status !== 'stuck') return NOTHING;
    const { choice, reason } = message.data as { readonly choice: 'retry' | 'skip' | 'mark-resolved'; readonly reason: string };
    if (choice === 'retry') {
      const again = turnedTo(saga, saga.cursor, saga.phase, saga.phase === 'query' ? 'running' : 'compensating');
      return this.proceed({ ...again, attempt: saga.attempt + 1, spent: saga.attempt }, 'retried-by-hand', reason, now);
    }
    const byHand: SagaRow = { ...saga, byHand: true, status: 'compensating' };
    const entry = choice === 'skip' ? 'skipped-by-hand' : 'resolved-by-hand';
    if (saga.phase === 'query') {
      return choice === 'skip' ? this.turnBack(marked(byHand, 'failed'), reason, now) : this.goOn({ ...marked(byHand, 'committed'), status: 'running' }, entry, reason, now);
    }
    return this.goBack(marked(byHand, 'skipped'), saga.cursor - 1, entry, reason, now);
  }

  private goOn(saga: SagaRow, entry: string, note: string | null, now: number): Draft {
    const next = saga.cursor + 1;
    if (next < this.saga.steps.length) return this.proceed(turnedTo(saga, next, 'action', 'running'), entry, note, now, saga.cursor);
    return this.finish({ ...saga, status: saga.byHand ? 'resolved' : 'completed', endedAt: now }, entry, note, now);
  }

  /** From here on backwards: the last committed step first, each compensation only after the one before it ended (D4). */
  private turnBack(saga: SagaRow, reason: string | null, now: number): Draft {
    const entry = saga.actions[saga.cursor] === 'unknown' ? 'unknown' : 'failed';
    return this.goBack(withSkipped({ ...saga, status: 'compensating', reason: saga.reason ?? reason }, this.saga.steps), saga.cursor, entry, reason, now);
  }

  private goBack(saga: SagaRow, from: number, entry: string, note: string | null, now: number): Draft {
    const next = nextToCompensate(saga, this.saga.steps, from);
    if (next >= 0) return this.proceed(turnedTo(saga, next, 'compensation', 'compensating'), entry, note, now, saga.cursor);
    return this.finish({ ...saga, status: saga.byHand ? 'resolved' : 'compensated', endedAt: now }, entry, note, now);
  }

  private mayRetry(saga: SagaRow): boolean {
    if (saga.phase === 'action' && this.saga.steps[saga.cursor]!.kind === 'retriable') return true;
    return saga.attempt - saga.spent < this.retryOf(saga).attempts;
  }

  private retryOf(saga: SagaRow): Retry { return saga.phase === 'action' ? this.saga.retry : this.saga.compensationRetry; }

  private waitForRetry(saga: SagaRow, entry: string, note: string | null, now: number): Draft {
    const timer: TimerRequest = { name: saga.id, type: 'back-off', after: backOff(this.retryOf(saga), saga.attempt - saga.spent), saga: saga.id, data: null };
    return this.write(saga, entry, note, now, saga.cursor, [], [timer]);
  }

  private stuck(saga: SagaRow, reason: string | null, now: number): Draft {
    const stuck: SagaRow = { ...(saga.phase === 'query' ? saga : marked(saga, 'stuck')), status: 'stuck' };
    return this.write(stuck, 'stuck', reason, now, saga.cursor, [], [], [saga.id]);
  }

  private finish(saga: SagaRow, entry: string, note: string | null, now: number): Draft {
    return this.write(saga, entry, note, now, saga.cursor, [], [], [saga.id]);
  }

  /** Commits the saga's new state and sends the command that follows from it. */
  private proceed(saga: SagaRow, entry: string, note: string | null, now: number, about = saga.cursor): Draft {
    return this.write(saga, entry, note, now, about, [this.command(saga)], [this.deadline(saga)]);
  }

  private write(
    saga: SagaRow, type: string, note: string | null, now: number, about: number, sends: readonly Outgoing[], timers: readonly TimerRequest[],
    cancels: readonly string[] = NONE,
  ): Draft {
    const logged = saga.logged + 1;
    const row: SagaRow = { ...saga, logged };
    const entry: SagaLogRow = {
      id: `${saga.id}#${logged}`, saga: saga.id, type, step: this.saga.steps[about]!.id, attempt: saga.attempt, at: now, note,
    };
    const writes = [
      { table: 'sagas', key: saga.id, row: row as unknown as Row },
      { table: 'saga_log', key: entry.id, row: entry as unknown as Row },
    ];
    return { commit: { writes, events: [] }, sends, timers, cancels, note: type, verdictUsed: false };
  }

  private command(saga: SagaRow): Outgoing {
    const step = this.saga.steps[saga.cursor]!;
    return {
      kind: 'command', type: saga.phase === 'compensation' ? step.compensation! : step.id, to: step.service, saga: saga.id, step: step.id, phase: saga.phase, attempt: saga.attempt,
      key: `${saga.id}/${step.id}/${saga.phase}`, data: saga.request,
    };
  }

  private deadline(saga: SagaRow): TimerRequest {
    return { name: saga.id, type: 'deadline', after: this.saga.timeout, saga: saga.id, data: null };
  }
}

const NONE: readonly string[] = [];
const NOTHING: Draft = { commit: null, sends: [], timers: [], cancels: [], note: 'discarded', verdictUsed: false };
