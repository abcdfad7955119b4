/**
 * The inbox of an idempotent consumer: what was answered under which idempotency key, written in the same transaction as the effect
 * (D30). Source: C. Richardson, Microservices Patterns, ch. 3.
 */
import type { Envelope, ReplyResult, Row, RowWrite } from '#trace/records.ts';

/** `cancelled`: a compensation or a query came first, and the step may not happen any more (D15). */
export type InboxResult = 'ok' | 'rejected' | 'transient' | 'cancelled';

export const inboxWrite = (key: string, message: Envelope, result: InboxResult, reason: string | null, now: number): RowWrite => ({
  table: 'inbox',
  key,
  row: { key, message: message.id, saga: message.saga, step: message.step, phase: message.phase, attempt: message.attempt, result, reason, at: now },
});

/** The answer that the inbox holds for this message, or null when the message has to be handled. */
export function answered(row: Row | undefined, message: Envelope): { readonly result: ReplyResult; readonly reason: string | null; readonly note: string } | null {
  if (!row) return null;
  const reason = row['reason'] as string | null;
  switch (row['result'] as InboxResult) {
    case 'ok': return { result: 'ok', reason, note: 'duplicate' };
    case 'rejected': return { result: 'rejected', reason, note: 'duplicate' };
    // A later attempt gets its chance; copies of an attempt that failed get the same answer, so that the failure stays definite (D2).
    case 'transient': return message.attempt <= (row['attempt'] as number) ? { result: 'transient', reason, note: 'duplicate' } : null;
    case 'cancelled': return { result: 'rejected', reason: 'cancelled', note: 'refused-late' };
  }
}

/** The key of a step's action, whatever message asks (compensations and queries look it up). */
export const actionKey = (message: Envelope): string => `${message.saga}/${message.step}/action`;
