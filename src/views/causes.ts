/**
 * Why: the chain of causes from an event, a message or a transition back to what came from outside, along the causation ids (D32):
 * event <- transition that committed it <- message it handled <- transition that sent that <- ... <- the order.
 */
import type { Envelope, InterventionAction, StoredEvent, Trace, TransitionRecord } from '#trace/records.ts';
import { messageAt } from './causes-messages.ts';
import { databaseOf } from './databases-journal.ts';
import { eventAt } from './event-log.ts';

export type CauseLink =
  | { readonly type: 'event'; readonly seq: number; readonly event: StoredEvent }
  | { readonly type: 'message'; readonly seq: number; readonly envelope: Envelope }
  | { readonly type: 'transition'; readonly seq: number; readonly record: TransitionRecord }
  | { readonly type: 'crash'; readonly seq: number; readonly at: number; readonly process: string; readonly cause: string }
  | { readonly type: 'intervention'; readonly seq: number; readonly at: number; readonly action: InterventionAction };

/** What `trace` may not contain: a chain in a damaged trace ends here instead of going round. */
const LONGEST = 400;

/** The event itself, and everything that led to it; the first cause comes last. */
export function causesOfEvent(trace: Trace, position: number): readonly CauseLink[] {
  const found = eventAt(trace, position);
  return found ? fromEvent(trace, found.event, found.place) : [];
}

/** The message itself, and everything that led to it. */
export function causesOfMessage(trace: Trace, id: number): readonly CauseLink[] {
  const chain: CauseLink[] = [];
  follow(trace, id, chain);
  return chain;
}

/** What led to the record at `seq`, itself included. */
export function causesOfRecord(trace: Trace, seq: number): readonly CauseLink[] {
  const chain: CauseLink[] = [];
  fromRecord(trace, seq, chain);
  return chain;
}

function fromEvent(trace: Trace, event: StoredEvent, place: number): CauseLink[] {
  const chain: CauseLink[] = [{ type: 'event', seq: place, event }];
  fromRecord(trace, place, chain);
  return chain;
}

function follow(trace: Trace, id: number, chain: CauseLink[]): void {
  const message = messageAt(trace, id, Number.POSITIVE_INFINITY);
  if (!message || chain.length > LONGEST) return;
  chain.push({ type: 'message', seq: message.sentIn, envelope: message.envelope });
  const published = publishedEvent(message.envelope);
  const found = published === null ? null : eventAt(trace, published);
  // A publication is caused by its event; that the relay happened to look then is no cause.
  if (found) chain.push(...fromEvent(trace, found.event, found.place));
  else fromRecord(trace, message.sentIn, chain);
}

function fromRecord(trace: Trace, seq: number, chain: CauseLink[]): void {
  const record = trace[seq];
  if (!record || chain.length > LONGEST) return;
  switch (record.kind) {
    case 'transition':
      if (record.participant === 'client') return;
      chain.push({ type: 'transition', seq, record });
      if (record.message === 0) fromRecord(trace, lastCrash(trace, record.participant, seq), chain);
      else follow(trace, record.message, chain);
      return;
    case 'intervention':
      chain.push({ type: 'intervention', seq, at: record.at, action: record.action });
      return;
    case 'crashed': {
      chain.push({ type: 'crash', seq, at: record.at, process: record.process, cause: record.cause });
      const before = causeOfCrash(trace, seq);
      if (before >= 0) fromRecord(trace, before, chain);
      return;
    }
    case 'undeliverable':
      follow(trace, record.message, chain);
      return;
    case 'restarted':
      fromRecord(trace, lastCrash(trace, record.process, seq), chain);
      return;
    default:
  }
}

/** Place of the crash that a recovery at `seq` follows; -1 when there is none. */
function lastCrash(trace: Trace, participant: string, seq: number): number {
  const process = databaseOf(participant);
  for (let place = seq - 1; place >= 0; place -= 1) {
    const record = trace[place]!;
    if (record.kind === 'crashed' && record.process === process) return place;
  }
  return -1;
}

/** Place of the transition during which the process died, or of the intervention that ended it; -1 when unknown. */
function causeOfCrash(trace: Trace, seq: number): number {
  for (let place = seq - 1; place >= 0; place -= 1) {
    const record = trace[place]!;
    if (record.kind === 'crashed') continue;
    if (record.kind === 'transition' && record.crash !== null) return place;
    return record.kind === 'intervention' ? place : -1;
  }
  return -1;
}

/** Position of the event that a message publishes; null for any other message. */
export function publishedEvent({ kind, data }: Envelope): number | null {
  if (kind !== 'event' || data === null || typeof data !== 'object' || Array.isArray(data)) return null;
  const { position } = data as { readonly position?: unknown };
  return typeof position === 'number' ? position : null;
}
