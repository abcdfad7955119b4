/** The world's input from a planned scenario, a seed, and the failure points set before the run. */
import type { WorldInput } from '#kernel/input.ts';
import type { FailurePoint } from '#trace/records.ts';
import { assessor } from './assess.ts';
import type { PlannedScenario } from './plan.ts';
import { arrivals, orderNumbered, startSaga } from './workload.ts';

/** `failurePoints`: those set before the run, after the document's own. */
export function worldInput(scenario: PlannedScenario, seed: number, failurePoints: readonly FailurePoint[] = []): WorldInput {
  const { document } = scenario;
  return {
    scenario: document.id,
    scenarioHash: scenario.hash,
    seed,
    plan: scenario.plan,
    processes: scenario.processes,
    network: { ...document.network, extra: Object.fromEntries(document.projections.map(({ id, latency }) => [`projection:${id}`, latency])) },
    arrivals: arrivals(document.workload, seed),
    failurePoints: [...document.failurePoints, ...failurePoints],
    stepBudget: document.limits.stepBudget,
    order: (request, n) => startSaga(orderNumbered(request, n)),
    assess: assessor(document),
  };
}
