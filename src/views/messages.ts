/** Messages under way at the playhead. Timers are no messages: nothing travels. */
import type { Envelope, Trace } from '#trace/records.ts';
import { createFold } from './fold.ts';

/** How far a message has come: 0 sent, 1 arrived. Waits at 1 where it is not taken in yet. */
export const progressOf = ({ sentAt, arrivesAt }: Pick<Envelope, 'sentAt' | 'arrivesAt'>, at: number): number =>
  arrivesAt <= sentAt ? 1 : Math.max(0, Math.min(1, (at - sentAt) / (arrivesAt - sentAt)));

interface UnderWay { readonly messages: Map<number, Envelope>; /** Lost ones, in the order of sending. */ lost: Envelope[] }

const fold = createFold<UnderWay>({
  initial: () => ({ messages: new Map(), lost: [] }),
  apply: (state, record) => {
    if (record.kind === 'transition' || record.kind === 'undeliverable') state.messages.delete(record.message);
    if (record.kind === 'intervention' && record.action.type === 'power-loss') {
      for (const [id, { from }] of state.messages) if (from !== 'client') state.messages.delete(id);
    }
    if (record.kind === 'transition' || record.kind === 'intervention') {
      for (const message of record.sends) {
        if (message.kind === 'timer') continue;
        if (message.lost === null) state.messages.set(message.id, message);
        else state.lost.push(message);
      }
    }
    if (state.lost.length > 0) state.lost = state.lost.filter(({ arrivesAt }) => arrivesAt > record.at);
    return state;
  },
  clone: ({ messages, lost }) => ({ messages: new Map(messages), lost: lost.slice() }),
});

/** Calls `visit` for every message under way, lost ones included until they would have arrived. */
export function eachUnderWay(trace: Trace, seq: number, at: number, visit: (message: Envelope, progress: number) => void): void {
  const { messages, lost } = fold.at(trace, seq);
  for (const message of messages.values()) if (message.sentAt <= at) visit(message, progressOf(message, at));
  for (const message of lost) if (message.arrivesAt > at) visit(message, progressOf(message, at));
}
