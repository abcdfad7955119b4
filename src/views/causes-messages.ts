/** Every message of a run: who sent it in which record, and what became of it. */
import type { Envelope, Phase, Trace } from '#trace/records.ts';
import { createIndex, listAt } from './indexed.ts';

export interface Message {
  readonly envelope: Envelope;
  /** Place of the record that sent it. */
  readonly sentIn: number;
  /** Places of the transitions that handled it, and of records of its being undeliverable. */
  readonly endedIn: readonly number[];
}
interface MutableMessage extends Message { readonly endedIn: number[] }

interface MessageIndex {
  readonly byId: Map<number, MutableMessage>;
  /** Ids by saga, step and phase. */
  readonly byStep: Map<string, number[]>;
}
const stepMark = (saga: string, step: string, phase: Phase): string => `${saga} ${step} ${phase}`;

const messageIndex = createIndex<MessageIndex>({
  create: () => ({ byId: new Map(), byStep: new Map() }),
  add(index, record, place) {
    if (record.kind === 'transition' || record.kind === 'intervention') {
      for (const envelope of record.sends) {
        index.byId.set(envelope.id, { envelope, sentIn: place, endedIn: [] });
        const { saga, step, phase } = envelope;
        if (saga !== null && step !== null && phase !== null && envelope.kind !== 'event') listAt(index.byStep, stepMark(saga, step, phase)).push(envelope.id);
      }
    }
    if (record.kind === 'transition' || record.kind === 'undeliverable') index.byId.get(record.message)?.endedIn.push(place);
  },
});

/** A message that was sent before the playhead; null otherwise. */
export function messageAt(trace: Trace, id: number, seq: number): Message | null {
  const message = messageIndex(trace).byId.get(id);
  return message && message.sentIn < seq ? message : null;
}

/** Requests, replies and queries of one step of a saga, in the order of sending. */
export function messagesOfStep(trace: Trace, saga: string, step: string, phases: readonly Phase[], seq: number): readonly Message[] {
  const { byId, byStep } = messageIndex(trace);
  return phases
    .flatMap((phase) => byStep.get(stepMark(saga, step, phase)) ?? [])
    .sort((a, b) => a - b)
    .map((id) => byId.get(id)!)
    .filter(({ sentIn }) => sentIn < seq);
}

export type Fate =
  | { readonly type: 'travelling' }
  | { readonly type: 'lost'; readonly reason: string }
  | { readonly type: 'undeliverable'; readonly process: string; readonly at: number }
  | { readonly type: 'handled'; readonly by: string; readonly note: string; readonly at: number; readonly seq: number };

/** What had become of a message when the trace had `seq` records. */
export function fateOf(trace: Trace, message: Message, seq: number): Fate {
  for (const place of message.endedIn) {
    const record = trace[place];
    if (place >= seq || !record) continue;
    if (record.kind === 'undeliverable') return { type: 'undeliverable', process: record.process, at: record.at };
    if (record.kind === 'transition') return { type: 'handled', by: record.participant, note: record.note, at: record.at, seq: place };
  }
  const { lost } = message.envelope;
  return lost === null ? { type: 'travelling' } : { type: 'lost', reason: lost };
}
