import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runLocally } from '#explorer/local-run.ts';
import type { FailurePoint } from '#trace/records.ts';
import { compileScenario } from './compile.ts';
import type { ScenarioDocument } from './document.ts';
import { checkScenario, MAX_SIZE, parseScenario } from './parse.ts';
import { PRESETS } from './presets/index.ts';
import type { Problem } from './problems.ts';

const order = PRESETS['order']!;
const checkout = PRESETS['checkout']!;
const told = (text: string): readonly Problem[] => {
  const parsed = parseScenario(text);
  return parsed.ok ? [] : parsed.problems;
};
const codes = (text: string): readonly string[] => told(text).map(({ code }) => code);
type Loose = Record<string, any>; // oxlint-disable-line typescript/no-explicit-any -- documents that are wrong on purpose
const changed = (change: (document: Loose) => void, from: ScenarioDocument = order): string => {
  const document = structuredClone(from) as Loose;
  change(document);
  return JSON.stringify(document, null, 2);
};
const places = (text: string): readonly string[] => told(text).map(({ code, path }) => `${code} ${path}`);
const at = (kind: string, step: string, phase: 'action' | 'compensation' = 'action', params: FailurePoint['params'] = {}): FailurePoint =>
  ({ id: `${kind}-${step}`, kind, target: { step, phase }, occurrence: { mode: 'first' }, params });

describe('a good document', () => {
  it.each(Object.keys(PRESETS))('%s is one, and comes back key for key', (id) => {
    const parsed = parseScenario(JSON.stringify(PRESETS[id], null, 2));
    expect(parsed.ok && JSON.stringify(parsed.value)).toBe(JSON.stringify(PRESETS[id]));
  });

  it('may begin with a byte order mark and have Windows line ends', () => {
    expect(codes(`\uFEFF${JSON.stringify(order, null, 2).replaceAll('\n', '\r\n')}`)).toEqual([]);
  });

  it('may have a timeout of zero and any number of retries: the step budget ends such a run (D44)', () => {
    expect(codes(changed((document) => { document.saga.timeout = 0; document.saga.retry.attempts = 1_000_000; }))).toEqual([]);
  });
});

describe('what is no document', () => {
  it.each([
    ['nothing', '', 'empty'], ['blanks', ' \n ', 'empty'], ['a picture', '\u0089PNG\r\n\u001a\n\0\0', 'binary'], ['UTF-16', '\u00ff\u00fe{\0"\0a\0"\0:\0', 'utf-16'],
    ['prose', 'Hello', 'json-syntax'], ['a list', '[]', 'wrong-type'], ['another format', '{"format":"x"}', 'unknown-format'],
    ['a newer version', '{"format":"sagascope/scenario","version":2}', 'newer-version'],
    ['5,000 levels', '['.repeat(5000) + ']'.repeat(5000), 'json-too-deep'], ['too much', ' '.repeat(MAX_SIZE + 1), 'too-big'],
    ['a key twice', '{"a":1,"a":2}', 'json-duplicate-key'], ['__proto__', '{"a":{"__proto__":{"x":1}}}', 'json-forbidden-key'],
    ['an escaped __proto__', '{"\\u005f_proto__":1}', 'json-forbidden-key'], ['constructor', '{"constructor":1}', 'json-forbidden-key'], ['prototype', '{"prototype":1}', 'json-forbidden-key'],
    ['1e999', '{"a":1e999}', 'json-number'], ['2^53 + 1', '{"a":9007199254740993}', 'json-number'], ['-0', '{"a":-0}', 'json-minus-zero'], ['NaN', '{"a":NaN}', 'json-syntax'],
    ['a text of 1 MB', `{"a":"${'x'.repeat(1_000_000)}"}`, 'json-text-too-long'],
  ])('%s', (_what, text, code) => { expect(codes(text)).toEqual([code]); });

  it('is told with line and column', () => {
    expect(told('{\n  "a": 1\n  "b": 2\n}')).toEqual([{ code: 'json-syntax', path: '', params: { expected: 'comma-or-brace', found: '"' }, line: 3, column: 3 }]);
  });
});

describe('shapes and ranges', () => {
  it.each([
    ['a negative latency', (document: Loose) => { document.network.latency = -1; }, 'too-small network.latency'],
    ['half a millisecond', (document: Loose) => { document.saga.timeout = 0.5; }, 'not-integer saga.timeout'],
    ['a field that is missing', (document: Loose) => { delete document.saga.timeout; }, 'missing-field saga.timeout'],
    ['a field that is not known', (document: Loose) => { document.saga.steps[1].next = 'reserve-inventory'; }, 'unknown-field saga.steps[1].next'],
    ['a text for a number', (document: Loose) => { document.workload.count = '3'; }, 'wrong-type workload.count'],
    ['an unknown step kind', (document: Loose) => { document.saga.steps[0].kind = 'optional'; }, 'not-one-of saga.steps[0].kind'],
    ['an unknown effect', (document: Loose) => { document.saga.steps[0].action.effects[0].op = 'eval'; }, 'not-one-of saga.steps[0].action.effects[0].op'],
    ['an id with markup', (document: Loose) => { document.services[0].id = '<img onerror=x>'; }, 'bad-name services[0].id'],
    ['a name of 300 characters', (document: Loose) => { document.name.en = 'x'.repeat(300); }, 'too-long name.en'],
    ['a term with an unknown field', (document: Loose) => { document.invariants[0].left[0].extra = 1; }, 'unknown-field invariants[0].left[0].extra'],
    ['1,000 steps', (document: Loose) => { document.saga.steps = Array.from({ length: 1_000 }, () => document.saga.steps[0]); }, 'too-many saga.steps'],
    ['no steps', (document: Loose) => { document.saga.steps = []; }, 'empty-saga saga.steps'],
    ['a million orders', (document: Loose) => { document.workload.count = 1_000_000; }, 'too-large workload.count'],
  ])('%s names its place', (_what, change, place) => { expect(places(changed(change))).toEqual([place]); });

  it('a place has its line and column', () => {
    const text = changed((document) => { document.network.latency = -1; });
    const line = text.split('\n').findIndex((each) => each.includes('"latency": -1')) + 1;
    expect(told(text)[0]).toMatchObject({ line, column: 16 });
  });
});

describe('meaning', () => {
  it.each([
    ['a step after the pivot that could be undone (D10)', (document: Loose) => { document.saga.steps.reverse(); }, 'step-order saga.steps[1].kind'],
    ['a second pivot (D10)', (document: Loose) => { document.saga.steps.push({ ...document.saga.steps[2], id: 'again' }); }, 'step-order saga.steps[3].kind'],
    ['a pivot with a compensation (D11)', (document: Loose) => { document.saga.steps[2].compensation = document.saga.steps[1].compensation; document.saga.steps[2].service = 'payments'; document.saga.steps[2].action = document.saga.steps[1].action; }, 'useless-compensation saga.steps[2].compensation'],
    ['a step with effects and nothing to undo them (D7)', (document: Loose) => { document.saga.steps[0].compensation = null; }, 'missing-compensation saga.steps[0].compensation'],
    ['an unknown service', (document: Loose) => { document.saga.steps[1].service = 'bank'; }, 'unknown-service saga.steps[1].service'],
    ['a table of another service', (document: Loose) => { document.saga.steps[0].action.effects[1].table = 'payments'; }, 'unknown-table saga.steps[0].action.effects[1].table'],
    ['an unknown aggregate', (document: Loose) => { document.saga.steps[2].action.guards[0].table = 'cart'; }, 'unknown-table saga.steps[2].action.guards[0].table'],
    ['a step id twice', (document: Loose) => { document.saga.steps[1].id = 'reserve-inventory'; }, 'duplicate-id saga.steps[1].id'],
    ['a service with the name of a participant', (document: Loose) => { document.services[0].id = 'orchestrator'; }, 'reserved-id services[0].id'],
    ['a table with the name of the inbox', (document: Loose) => { document.services[0].tables[0].id = 'inbox'; }, 'reserved-id services[0].tables[0].id'],
    ['a template with an unknown root', (document: Loose) => { document.saga.steps[0].action.event.data.order = '{reqest.id}'; }, 'unknown-root saga.steps[0].action.event.data'],
    ['an item where there is no list', (document: Loose) => { delete document.saga.steps[0].action.guards[0].forEach; }, 'item-outside-list saga.steps[0].action.guards[0].key'],
    ['a row without its key', (document: Loose) => { document.services[0].tables[0].rows[0] = { name: 'x' }; }, 'row-without-key services[0].tables[0].rows[0]'],
    ['a row twice', (document: Loose) => { document.services[0].tables[0].rows[1].id = 'ana'; }, 'duplicate-row services[0].tables[0].rows[1].id'],
    ['a projection without its key column', (document: Loose) => { document.projections[0].key = 'id'; }, 'unknown-column projections[0].key'],
    ['an invariant over an unknown table', (document: Loose) => { document.invariants[0].left[0].table = 'shelf'; }, 'unknown-table invariants[0].left[0].table'],
    ['orders without a request', (document: Loose) => { document.workload.requests = []; }, 'no-requests workload.requests'],
  ])('%s is refused with its place', (_what, change, place) => { expect(places(changed(change))).toContain(place); });

  it.each([
    ['an unknown kind', at('gremlin', 'create-order'), 'unknown-failure-kind failurePoints[0].kind'],
    ['a step that does not exist', at('delay', 'ship'), 'unknown-step failurePoints[0].target.step'],
    ['a negative delay', at('delay', 'create-order', 'action', { ms: -1 }), 'too-small failurePoints[0].params.ms'],
    ['a parameter that it does not have', at('lost-reply', 'create-order', 'action', { ms: 1 }), 'unknown-parameter failurePoints[0].params.ms'],
    ['a compensation failure on a step without one', at('compensation-failure', 'create-order', 'compensation'), 'failure-without-compensation failurePoints[0].target'],
    ['a rejection of a compensation', at('business-rejection', 'process-payment', 'compensation'), 'does-not-attach failurePoints[0].target.phase'],
    ['a lost reply of a whole process', { ...at('lost-reply', 'x'), target: { process: 'payments' } }, 'does-not-attach failurePoints[0].target'],
    ['an unknown process', { ...at('crash-before-commit', 'x'), target: { process: 'bank' } }, 'unknown-process failurePoints[0].target.process'],
  ])('a failure point: %s', (_what, point, place) => {
    expect(places(changed((document) => { document.failurePoints = [point]; }))).toEqual([place]);
  });

  it('a retriable step may not fail for business reasons (D12)', () => {
    expect(places(changed((document) => { document.failurePoints = [at('business-rejection', 'award-points')]; }, checkout))).toEqual(['failure-on-retriable failurePoints[0].target']);
  });
});

describe('any input', { timeout: 60_000 }, () => {
  it('any text gets an answer, never an exception', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.json({ maxDepth: 8 })), (text) => { expect(parseScenario(text).ok).toBe(false); }), { numRuns: 500 });
  });

  it('any value gets an answer, never an exception', () => {
    fc.assert(fc.property(fc.anything({ withNullPrototype: true, withMap: true, withDate: true, withBigInt: true, withSparseArray: true }), (value) => { expect(checkScenario(value).ok).toBe(false); }), { numRuns: 500 });
  });

  it('a preset with any one value replaced or removed is refused with a place, or runs to its end', () => {
    const spots = (value: unknown, path: (string | number)[] = []): (string | number)[][] => (value !== null && typeof value === 'object'
      ? Object.entries(value).flatMap(([key, part]) => { const here = [...path, Array.isArray(value) ? Number(key) : key]; return [here, ...spots(part, here)]; }) : []);
    const all = spots(checkout);
    const junk = fc.oneof(fc.constant(undefined), fc.jsonValue({ maxDepth: 3 }), fc.constantFrom<unknown>(-1, 0.5, 1e21, '', 'x', '{item.x}', '{bogus.y}', [], {}, null, true));
    fc.assert(fc.property(fc.nat(all.length - 1), junk, (which, value) => {
      const path = all[which]!;
      const text = changed((document) => {
        const holder = path.slice(0, -1).reduce<Loose>((each, key) => each[key] as Loose, document);
        const last = path.at(-1)!;
        if (value === undefined) {
          if (Array.isArray(holder)) holder.splice(Number(last), 1);
          else delete holder[last];
        } else holder[last] = value;
      }, checkout);
      const parsed = parseScenario(text);
      if (parsed.ok) {
        const { workload } = parsed.value;
        const { world } = runLocally(compileScenario({ ...parsed.value, workload: { ...workload, count: Math.min(workload.count, 2) }, limits: { stepBudget: 300 } }), 7);
        expect(world.ended).toBe(true);
      }
      else expect(parsed.problems.every((problem) => problem.path !== '' || problem.line !== undefined)).toBe(true);
    }), { numRuns: 600 });
  });

  it('an event that a projection cannot take leaves its view as it is, and the run goes on', () => {
    const request = { ...order.workload.requests[0]!, amount: 5 };
    const parsed = parseScenario(changed((document) => { document.workload.requests = [request]; delete document.saga.steps[1].action.event.data.amount; }));
    const run = parsed.ok ? runLocally(compileScenario(parsed.value), 7) : null;
    expect(run?.world.trace.at(-1)).toMatchObject({ kind: 'run-ended', outcome: 'completed' });
    expect(run?.databases.get('projector')!.get('customer-orders', 'ana')).toMatchObject({ spent: 0, orders: 1 });
  });

  it('a text cut anywhere is refused, with line and column', () => {
    const text = JSON.stringify(order, null, 1);
    fc.assert(fc.property(fc.integer({ min: 1, max: text.length - 1 }), (length) => {
      expect(told(text.slice(0, length))).toMatchObject([{ code: 'json-syntax', line: expect.any(Number) as number }]);
    }), { numRuns: 200 });
  });
});
