/** What of a scenario the databases are laid out for, and what the processes are made from: which edits they survive. */
import type { ScenarioDocument } from '#scenarios/document.ts';
import { planScenario } from '#scenarios/plan.ts';

/** Hash of what lays out the databases: tables with their seed rows, and projections. Nothing that an untouched run can still change. */
export const layoutOf = (scenario: ScenarioDocument): string => planScenario({
  ...scenario,
  name: NO_TEXT, description: NO_TEXT,
  network: { latency: 0, jitter: 0 },
  // How a service sends and receives changes its participants, not its tables.
  services: scenario.services.map(({ messaging: _, ...service }) => service),
  saga: { ...scenario.saga, steps: [] },
  workload: { count: 0, interval: 0, requests: [] },
  invariants: [], failurePoints: [], limits: { stepBudget: 1 },
}).hash;
const NO_TEXT = { en: '', es: '' };

/** Whether processes that were started for one scenario do for the other: they know nothing of failure points, workload and network. */
export const sameProcesses = (one: ScenarioDocument, other: ScenarioDocument): boolean => ofProcesses(one) === ofProcesses(other);
const ofProcesses = ({ services, saga, projections }: ScenarioDocument): string => JSON.stringify([services, saga, projections]);
