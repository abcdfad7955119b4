import { describe, expect, test } from 'vitest';
import { given, point } from '#explorer/saga-spec.ts';
import { order } from '#scenarios/presets/order.ts';
import { causesOfEvent, causesOfMessage, causesOfRecord } from './causes.ts';
import type { CauseLink } from './causes.ts';
import { strikesOf } from './causes-faults.ts';
import { fateOf, messageAt, messagesOfStep } from './causes-messages.ts';
import { sagaLog } from './changes-saga.ts';

const one = { ...order, workload: { ...order.workload, count: 1 } };
function tell(link: CauseLink): string {
  switch (link.type) {
    case 'event': return `event ${link.event.type}`;
    case 'message': return `${link.envelope.kind} ${link.envelope.type}`;
    case 'transition': return `${link.record.participant} ${link.record.note}`;
    case 'crash': return `crash ${link.process} ${link.cause}`;
    case 'intervention': return `person ${link.action.type}`;
  }
}
const told = (chain: readonly CauseLink[]): readonly string[] => chain.map(tell);

describe('the chain of causes', () => {
  test('leads from an event back to the order, message by message (D32)', () => {
    const { trace, events } = given(one).run();
    const paid = events.find(({ type }) => type === 'PaymentProcessed')!;
    expect(told(causesOfEvent(trace, paid.position))).toEqual([
      'event PaymentProcessed', 'payments handled', 'command process-payment', 'orchestrator committed', 'reply reply', 'inventory handled',
      'command reserve-inventory', 'orchestrator started', 'command start-saga',
    ]);
  });

  test('every event of a run with failures leads back to the order (D32)', () => {
    const { trace, events } = given(one).when(point('lost-reply', 'process-payment'), point('business-rejection', 'create-order')).run();
    for (const event of events) expect(told(causesOfEvent(trace, event.position)).at(-1)).toBe('command start-saga');
  });

  test('goes through the event that a publication carries, not through the look of the relay', () => {
    const { trace, messages, events } = given(one).run();
    const publication = [...messages.values()].find(({ kind, to }) => kind === 'event' && to === 'projection:stock')!;
    expect(told(causesOfMessage(trace, publication.id)).slice(0, 3)).toEqual(['event InventoryReserved', 'event InventoryReserved', 'inventory handled']);
    expect(events[0]!.type).toBe('InventoryReserved');
  });

  test('a command sent by a recovered orchestrator leads back over the crash', () => {
    const { trace, events } = given(one).when(point('crash-before-commit', ':orchestrator', { mode: 'nth', n: 2 })).run();
    const chain = told(causesOfEvent(trace, events[1]!.position));
    expect(chain).toEqual(expect.arrayContaining(['orchestrator recovered', 'crash orchestrator crash-before-commit', 'orchestrator crashed']));
    expect(chain.at(-1)).toBe('command start-saga');
  });

  test('ends at the person who intervened', () => {
    const { trace, events } = given(one).thenDo({ type: 'place-order', request: { customer: 'ben', items: [], amount: 1 } }).run();
    expect(told(causesOfEvent(trace, events.at(-1)!.position)).at(-1)).toBe('person place-order');
    expect(causesOfEvent(trace, 999)).toEqual([]);
    expect(causesOfRecord(trace, 0)).toEqual([]);
  });
});

describe('the messages of a step', () => {
  const run = given(one).when(point('lost-reply', 'process-payment')).run();
  const { trace } = run;
  const whole = trace.length;

  test('are its requests and replies in the order of sending, each with what became of it', () => {
    const messages = messagesOfStep(trace, 'saga-1', 'process-payment', ['action', 'query'], whole);
    expect(messages.map((message) => `${message.envelope.kind} ${message.envelope.attempt} ${fateOf(trace, message, whole).type}`)).toEqual([
      'command 1 handled', 'reply 1 lost', 'command 2 handled', 'reply 2 handled',
    ]);
  });

  test('a message travels until the playhead reaches its arrival, and is unknown before it is sent', () => {
    const [first] = messagesOfStep(trace, 'saga-1', 'process-payment', ['action'], whole);
    const { id } = first!.envelope;
    expect(messageAt(trace, id, first!.sentIn)).toBeNull();
    expect(fateOf(trace, messageAt(trace, id, first!.sentIn + 1)!, first!.sentIn + 1)).toEqual({ type: 'travelling' });
    expect(fateOf(trace, first!, first!.endedIn[0]! + 1)).toMatchObject({ type: 'handled', by: 'payments' });
  });

  test('a failure point knows where it struck, and has not struck before', () => {
    const [place] = strikesOf(trace, 'lost-reply@process-payment', whole);
    expect(trace[place!]).toMatchObject({ kind: 'transition', participant: 'payments', faults: [{ kind: 'lost-reply' }] });
    expect(strikesOf(trace, 'lost-reply@process-payment', place!)).toEqual([]);
  });

  test("the saga's log follows the playhead", () => {
    const log = sagaLog(trace, 'saga-1', whole);
    expect(log.map(({ type }) => type)).toEqual(['started', 'committed', 'timed-out', 'sent-again', 'committed', 'committed']);
    for (const { seq, type } of log) {
      expect(sagaLog(trace, 'saga-1', seq + 1).at(-1)!.type).toBe(type);
      expect(sagaLog(trace, 'saga-1', seq)).toHaveLength(log.findIndex((entry) => entry.seq === seq));
    }
  });
});
