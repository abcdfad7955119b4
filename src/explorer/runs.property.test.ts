import * as fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { FAILURE_KINDS } from '#kernel/failure-points/registry.ts';
import { targetsOf } from '#kernel/failure-points/targets.ts';
import { runToEnd } from '#kernel/run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { compileProjection } from '#scenarios/projection-rules.ts';
import { checkout } from '#scenarios/presets/checkout.ts';
import { order } from '#scenarios/presets/order.ts';
import { hashTrace } from '#trace/hash.ts';
import type { FailurePoint, Row, RunStarted, SagaRow, StoredEvent } from '#trace/records.ts';
import { localRun, replay } from './local-run.ts';
import { SagaResult, given, point } from './saga-spec.ts';

const occurrence: fc.Arbitrary<FailurePoint['occurrence']> = fc.oneof(
  fc.constant({ mode: 'first' as const }),
  fc.record({ mode: fc.constant('nth' as const), n: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ mode: fc.constant('first-n' as const), n: fc.integer({ min: 1, max: 4 }) }),
  fc.constant({ mode: 'every' as const }),
);

/** Plans of up to `most` failure points for a scenario. */
function failurePlans(scenario: ScenarioDocument, most = 5): fc.Arbitrary<readonly FailurePoint[]> {
  const { plan } = compileScenario(scenario);
  const places = FAILURE_KINDS.flatMap((kind) => targetsOf(kind, plan).map((target) => ({ kind, target })));
  const one = fc.record({ place: fc.constantFrom(...places), occurrence, scale: fc.double({ min: 0, max: 3, noNaN: true }) });
  return fc.array(one, { maxLength: most }).map((chosen) => chosen.map(({ place, occurrence: when, scale }, index): FailurePoint => ({
    id: `p${index}`,
    kind: place.kind.id,
    target: place.target,
    // A process that dies at every message it gets would never do anything.
    occurrence: 'process' in place.target && when.mode === 'every' ? { mode: 'first-n', n: 3 } : when,
    params: Object.fromEntries(place.kind.params.map(({ id, initial, min, max }) => [id, Math.min(max, Math.max(min, Math.round(initial * scale)))])),
  })));
}

/** Seeds that once failed are pinned in `examples` of the property that caught them. */
vi.setConfig({ testTimeout: 600_000 });
const RUNS = Number(process.env['RUNS'] ?? 150);
const presets: readonly (readonly [string, ScenarioDocument])[] = [
  ['order', { ...order, workload: { ...order.workload, count: 3, interval: 150 } }],
  ['checkout', { ...checkout, workload: { ...checkout.workload, count: 2, interval: 150 } }],
];
const seeds = fc.integer({ min: 0, max: 0x7fff_ffff });

const run = (scenario: ScenarioDocument, seed: number, points: readonly FailurePoint[]): SagaResult => given(scenario).seed(seed).when(...points).run();

/** What became of each saga's steps, by the facts in the services' logs: `+step` and `-step`, in the order of the commits. */
function history(result: SagaResult, scenario: ScenarioDocument, saga: string): readonly string[] {
  return result.events.filter((event) => event.saga === saga).flatMap((event) => {
    const step = scenario.saga.steps.find(({ id }) => id === event.step)!;
    if (event.type === step.action.event?.type) return [`+${step.id}`];
    return event.type === step.compensation?.event?.type ? [`-${step.id}`] : [];
  });
}

describe.each(presets)('any failure plan over %s', (_, scenario) => {
  const steps = scenario.saga.steps.filter(({ action }) => action.event !== null);
  const plans = failurePlans(scenario);

  test('ends; unless it needs intervention, its invariants hold (D44, D45)', () => {
    fc.assert(fc.property(seeds, plans, (seed, points) => {
      const result = run(scenario, seed, points);
      expect(result.trace.at(-1)!.kind).toBe('run-ended');
      if (result.outcome === 'completed' || result.outcome === 'compensated') expect(result.brokenInvariants).toEqual([]);
    }), { numRuns: RUNS });
  });

  test('leaves T1..Tn, or T1..Tj, Cj..C1, each fact once (D1, D2, D4, D5, D11, D30)', () => {
    fc.assert(fc.property(seeds, plans, (seed, points) => {
      const result = run(scenario, seed, points);
      for (const row of result.rows('orchestrator', 'sagas') as unknown as readonly SagaRow[]) {
        const facts = history(result, scenario, row.id);
        const done = facts.filter((fact) => fact.startsWith('+')).map((fact) => fact.slice(1));
        const undone = facts.filter((fact) => fact.startsWith('-')).map((fact) => fact.slice(1));
        expect(done).toEqual(steps.slice(0, done.length).map(({ id }) => id));
        expect(undone).toEqual(done.toReversed().slice(0, undone.length));
        expect(facts.findLastIndex((fact) => fact.startsWith('+'))).toBe(done.length - 1);
        if (row.status === 'completed') expect([done.length, undone.length]).toEqual([steps.length, 0]);
        if (row.status === 'compensated') expect(undone.length).toBe(done.length);
        const pivot = scenario.saga.steps.find(({ kind }) => kind === 'pivot')!;
        if (done.includes(pivot.id)) expect(undone).toEqual([]);
      }
    }), { numRuns: RUNS });
  });

  test('a compensation that did not succeed never ends as compensated (D13)', () => {
    fc.assert(fc.property(seeds, plans, (seed, points) => {
      const result = run(scenario, seed, points);
      for (const row of result.rows('orchestrator', 'sagas') as unknown as readonly SagaRow[]) {
        if (row.status === 'compensated') expect(row.compensations.filter((status) => !['compensated', 'skipped', 'idle'].includes(status))).toEqual([]);
        if (row.compensations.includes('stuck')) expect(row.status).toBe('stuck');
      }
    }), { numRuns: RUNS });
  });

  test('gives the same trace again, byte for byte (D43)', () => {
    fc.assert(fc.property(seeds, plans, (seed, points) => {
      expect(hashTrace(run(scenario, seed, points).trace)).toBe(hashTrace(run(scenario, seed, points).trace));
    }), { numRuns: RUNS / 3 });
  });

  test('event versions are contiguous, and every view equals the fold of the log up to its checkpoint, dead letters aside (D33, D40, D41)', () => {
    fc.assert(fc.property(seeds, plans, (seed, points) => {
      const result = run(scenario, seed, points);
      const versions = new Map<string, number>();
      for (const { stream, version } of result.events) {
        expect(version).toBe((versions.get(stream) ?? 0) + 1);
        versions.set(stream, version);
      }
      if (result.outcome === 'livelock') return;
      for (const projection of scenario.projections) {
        expect(result.row('projector', 'checkpoints', projection.id)?.['position'] ?? 0).toBe(result.events.length);
        const letters = result.rows('projector', 'dead_letters').filter((row) => row['projection'] === projection.id).map(({ position }) => position);
        const taken = result.events.filter(({ position }) => !letters.includes(position));
        expect(viewOf(result, projection.id)).toEqual(rebuilt(scenario, projection.id, taken));
      }
    }), { numRuns: RUNS });
  });

  test('power loss at any moment loses no acknowledged commit, and the run goes on from the databases (D46)', () => {
    fc.assert(fc.property(seeds, plans, fc.double({ min: 0, max: 1, noNaN: true }), (seed, points, when) => {
      const whole = run(scenario, seed, points);
      const compiled = compileScenario(scenario);
      const { world, hosts, databases } = replay(compiled, seed, points, [], 2 + Math.floor(when * (whole.trace.length - 2)));
      const acknowledged = new SagaResult({ world, hosts, databases }).events.map(({ id }) => id);
      world.apply({ type: 'power-loss' }, world.now);
      runToEnd(world, hosts);
      const after = new SagaResult({ world, hosts, databases });
      expect(after.events.map(({ id }) => id).slice(0, acknowledged.length)).toEqual(acknowledged);
      if (after.outcome === 'completed' || after.outcome === 'compensated') {
        expect(after.brokenInvariants).toEqual([]);
        expect(Object.values(after.ended.sagas).reduce((sum, n) => sum + n, 0)).toBe(scenario.workload.count);
      }
      expect(hashTrace(replay(compiled, seed, points, world.interventions).world.trace)).toBe(hashTrace(world.trace));
    }), { numRuns: RUNS });
  });
});

function viewOf(result: SagaResult, id: string): ReadonlyMap<string, Row> {
  const started = result.trace[0] as RunStarted;
  const { key } = started.plan.projections.find((projection) => projection.id === id)!;
  return new Map(result.rows('projector', id).map((row) => [String(row[key]), row]));
}

function rebuilt(scenario: ScenarioDocument, id: string, events: readonly StoredEvent[]): ReadonlyMap<string, Row> {
  const projection = scenario.projections.find((candidate) => candidate.id === id)!;
  const project = compileProjection(projection);
  const { databases } = localRun(compileScenario(scenario), 1);
  const view = new Map([...databases.get('projector')!.all(id)].map((row) => [String(row[projection.key]), row]));
  for (const event of events) for (const { key, row } of project(event, (k) => view.get(k))) view.set(key, row);
  return view;
}

describe.each(presets)('a crash of the orchestrator in %s', (_, scenario) => {
  test.each(['crash-before-commit', 'crash-after-commit'])('%s at every position of its log reaches the same end, with no second effect (D16)', (kind) => {
    for (const points of [[], [point('business-rejection', scenario.saga.steps.find((step) => step.kind === 'pivot')!.id)]]) {
      const whole = run(scenario, 7, points);
      const positions = whole.transitions.filter(({ participant }) => participant === 'orchestrator').length;
      for (let n = 1; n <= positions; n += 1) {
        const crashed = run(scenario, 7, [...points, point(kind, ':orchestrator', { mode: 'nth', n })]);
        expect([n, crashed.ended.sagas]).toEqual([n, whole.ended.sagas]);
        expect(crashed.eventTypes.toSorted()).toEqual(whole.eventTypes.toSorted());
      }
    }
  });
});
