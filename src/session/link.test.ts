import { deflateSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURE_KINDS } from '#kernel/failure-points/registry.ts';
import { targetsOf } from '#kernel/failure-points/targets.ts';
import { compileScenario } from '#scenarios/compile.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { nextFaultId, withFaults } from '#scenarios/fault-text.ts';
import { withMessaging } from '#scenarios/messaging.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import type { FailurePoint } from '#trace/records.ts';
import { formatLink, LONGEST_LINK, parseLink } from './link.ts';
import type { SceneLink } from './link.ts';

const order = PRESETS['order']!;
const scene = async (hash: string): Promise<SceneLink> => {
  const link = await parseLink(hash);
  if (!link.ok || !link.value) throw new Error(JSON.stringify(link));
  return link.value;
};
const problems = async (hash: string): Promise<readonly string[]> => {
  const link = await parseLink(hash);
  return link.ok ? [] : link.problems.map(({ code, path }) => `${code} ${path}`);
};
const points = async (...faults: readonly string[]): Promise<readonly FailurePoint[]> => (await scene(`#scenario=order&${faults.map((fault) => `fault=${fault}`).join('&')}`)).scenario.failurePoints;

/** Any failure point that fits the document. */
const anyPoint = (document: ScenarioDocument) => {
  const { plan } = compileScenario(document);
  return fc.constantFrom(...FAILURE_KINDS).chain((kind) => fc.record({
    kind: fc.constant(kind.id),
    target: fc.constantFrom(...targetsOf(kind, plan)),
    occurrence: fc.oneof(fc.constant(kind.occurrence), fc.constantFrom({ mode: 'first' } as const, { mode: 'every' } as const), fc.record({ mode: fc.constantFrom('nth' as const, 'first-n' as const), n: fc.integer({ min: 1, max: 1_000_000 }) })),
    params: fc.record(Object.fromEntries(kind.params.map(({ id, min, max, initial }) => [id, fc.oneof(fc.constant(initial), fc.integer({ min, max }))]))),
    probability: fc.option(fc.double({ min: 0, max: 1, noNaN: true }).map((each) => Math.round(each * 1000) / 1000).filter((each) => !Object.is(each, -0)), { nil: undefined }),
    id: fc.option(fc.stringMatching(/^[a-z]{1,8}-\d{1,3}$/), { nil: null }),
  }));
};
const anyScene = fc.constantFrom(...Object.values(PRESETS)).chain((preset) => fc.record({
  preset: fc.constant(preset),
  points: fc.array(anyPoint(preset), { maxLength: 5 }),
  seed: fc.integer({ min: 0, max: 0xffff_ffff }),
  count: fc.option(fc.integer({ min: 0, max: 100_000 }), { nil: null }),
  own: fc.boolean(),
  switches: fc.array(fc.record({ at: fc.nat(3), inbox: fc.boolean(), outbox: fc.boolean() }), { maxLength: 3 }),
  lang: fc.constantFrom('en' as const, 'es' as const, null),
  run: fc.boolean(),
})).map(({ preset, points: drawn, count, own, switches, ...rest }) => {
  const placed: FailurePoint[] = [];
  for (const { id, probability, ...point } of drawn) {
    const free = id !== null && placed.every((other) => other.id !== id) ? id : nextFaultId(placed);
    placed.push({ id: free, ...point, ...(probability === undefined ? {} : { probability }) });
  }
  const messaged = switches.reduce((document, { at, inbox, outbox }) => withMessaging(document, document.services[at % document.services.length]!.id, { inbox, outbox }), preset);
  const counted = count === null ? messaged : { ...messaged, workload: { ...messaged.workload, count } };
  return { scenario: withFaults(own ? { ...counted, name: { en: 'My own ✓', es: 'El mío ✓' } } : counted, placed), ...rest };
});

describe('a scene link', () => {
  it('opens a preset with its seed and failure point', async () => {
    const { scenario, seed, run, lang } = await scene('#scenario=order&fault=process-payment:lost-reply&seed=3&lang=es&run=1');
    expect([scenario.id, seed, run, lang]).toEqual(['order', 3, true, 'es']);
    expect(scenario.failurePoints).toEqual([{ id: 'fault-1', kind: 'lost-reply', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} }]);
  });

  it('says nothing of a scene when it is empty, names a language only, or is an anchor', async () => {
    for (const hash of ['', '#', '#lang=es', '#main']) expect(await parseLink(hash)).toEqual({ ok: true, value: null });
  });

  it('a compensation failure sits on the compensation of the step that is named (D13)', async () => {
    expect((await points('process-payment:compensation-failure'))[0]).toMatchObject({ target: { step: 'process-payment', phase: 'compensation' }, occurrence: { mode: 'every' } });
  });

  it('has longer forms: parameters, occurrence, probability, compensations, processes', async () => {
    expect(await points('process-payment:delay:ms=800:nth=2', 'process-payment.compensation:transient-error:every:p=0.5', 'refund-payment:lost-reply', 'orchestrator:crash-before-commit:nth=3', '@payments:crash-after-commit')).toMatchObject([
      { id: 'fault-1', params: { ms: 800 }, occurrence: { mode: 'nth', n: 2 } },
      { id: 'fault-2', target: { phase: 'compensation' }, occurrence: { mode: 'every' }, probability: 0.5 },
      { id: 'fault-3', target: { step: 'process-payment', phase: 'compensation' } },
      { id: 'fault-4', target: { process: 'orchestrator' }, occurrence: { mode: 'nth', n: 3 }, params: { restart: 500 } },
      { id: 'fault-5', target: { process: 'payments' } },
    ]);
  });

  it('says which inboxes and outboxes are off', async () => {
    const { scenario } = await scene('#scenario=order&inbox=payments:off&outbox=inventory:off&outbox=payments:off');
    expect(scenario.services.map(({ id, messaging }) => [id, messaging])).toEqual([
      ['users', undefined], ['inventory', { inbox: true, outbox: false }], ['payments', { inbox: false, outbox: false }], ['orders', undefined],
    ]);
    expect(await formatLink({ scenario, seed: 7 })).toBe('#scenario=order&seed=7&inbox=payments:off&outbox=inventory:off&outbox=payments:off');
    expect(await problems('#scenario=order&inbox=shop:off&outbox=payments:maybe')).toEqual(['messaging-switch inbox=shop:off', 'messaging-switch outbox=payments:maybe']);
  });

  it('there and back again, whatever the scene', async () => {
    await fc.assert(fc.asyncProperty(anyScene, async (given) => {
      const link = await formatLink(given);
      const back = await scene(link);
      expect(back).toEqual(given);
      expect(JSON.stringify(back.scenario)).toBe(JSON.stringify(given.scenario));
      expect(await formatLink(back)).toBe(link);
    }), { numRuns: 200 });
  });

  it('stays readable for a preset, and short enough to be sent for a document of one own', async () => {
    const own = await formatLink({ scenario: { ...order, id: 'mine' }, seed: 7 });
    expect(own.length).toBeLessThan(LONGEST_LINK);
    expect(await formatLink({ scenario: withFaults(order, await points('process-payment:lost-reply')), seed: 7 })).toBe('#scenario=order&seed=7&fault=process-payment:lost-reply');
  });
});

describe('a link that is no good', () => {
  it.each([
    ['#scenario=nope', 'unknown-preset scenario'], ['#scenario=__proto__', 'unknown-preset scenario'], ['#scenario=order&seed=1e3', 'bad-seed seed'], ['#scenario=order&seed=', 'bad-seed seed'],
    ['#scenario=order&seed=4294967296', 'bad-seed seed'], ['#scenario=order&fault=process-pay:lost-reply', 'unknown-step fault=process-pay:lost-reply'],
    ['#scenario=order&fault=process-payment', 'fault-incomplete fault=process-payment'], ['#scenario=order&fault=process-payment:gremlin', 'unknown-failure-kind fault=process-payment:gremlin'],
    ['#scenario=order&fault=process-payment:delay:ms=-5', 'fault-number fault=process-payment:delay:ms=-5'], ['#scenario=order&fault=process-payment:delay:fast', 'fault-part fault=process-payment:delay:fast'],
    ['#scenario=order&fault=create-order:compensation-failure', 'failure-without-compensation fault=create-order:compensation-failure'],
    ['#scenario=checkout&fault=award-points:business-rejection', 'failure-on-retriable fault=award-points:business-rejection'],
    ['#scenario=order&sed=7', 'link-parameter '], ['#scenario=order&scenario=checkout', 'link-twice scenario'], ['#scenario=order&doc=x', 'link-both doc'], ['#scenario=order&lang=fr', 'bad-language lang'],
    ['#scenario=order&run=yes', 'bad-flag run'], ['#scenario=order&orders=-1', 'bad-count orders'], ['#scenario=%E0%A4%A', 'link-incomplete scenario'], ['#doc=abc', 'link-incomplete doc'], ['#doc=', 'link-incomplete doc'],
  ])('%s names the place', async (hash, place) => { expect(await problems(hash)).toEqual([place]); });

  it('cut short anywhere or damaged, a compressed document is noticed', async () => {
    const link = await formatLink({ scenario: { ...order, id: 'mine' }, seed: 7 });
    const doc = link.slice(0, link.indexOf('&'));
    await fc.assert(fc.asyncProperty(fc.integer({ min: 5, max: doc.length - 1 }), fc.boolean(), async (cut, replace) => {
      const damaged = replace ? `${doc.slice(0, cut)}${doc[cut] === 'x' ? 'y' : 'x'}${doc.slice(cut + 1)}` : doc.slice(0, cut);
      expect(await problems(damaged)).toEqual(['link-incomplete doc']);
    }), { numRuns: 100 });
  });

  it('a bomb is stopped at the cap', async () => {
    const packed = Buffer.from(deflateSync(new Uint8Array(64 * 1024 * 1024), { level: 9 })).toString('base64url');
    let hash = 0x811c9dc5;
    for (const char of packed) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
    expect(await problems(`#doc=${packed}.${(hash >>> 0).toString(36)}`)).toEqual(['too-big doc']);
  });

  it('any text gets an answer, never an exception', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.tuple(fc.constantFrom('scenario', 'seed', 'fault', 'doc', 'lang', 'run', 'orders'), fc.string())).map((parts) => parts.map((part) => part.join('=')).join('&'))), async (text) => {
      expect(typeof (await parseLink(`#${text}`)).ok).toBe('boolean');
    }), { numRuns: 500 });
  });
});
