/** What a world is made from, and how it is judged. */
import type { FailurePoint, InvariantResult, Plan, Row, RunOutcome, Trace } from '#trace/records.ts';
import type { Network } from './bus.ts';
import type { Outgoing, ProcessDefinition } from './participant.ts';

export interface Assessment {
  readonly outcome: RunOutcome;
  readonly sagas: { readonly [status: string]: number };
  readonly invariants: readonly InvariantResult[];
}

export interface WorldInput {
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly plan: Plan;
  readonly processes: readonly ProcessDefinition[];
  readonly network: Network;
  /** The workload: what clients send, and when (virtual ms). */
  readonly arrivals: readonly { readonly at: number; readonly message: Outgoing }[];
  readonly failurePoints: readonly FailurePoint[];
  /** Deliveries allowed for each saga started, before the run counts as a livelock (D44). */
  readonly stepBudget: number;
  /** The message that an order placed by a person, the `n`th of the run, becomes. */
  order(request: Row, n: number): Outgoing;
  /** Judges the trace of a run whose queue is empty. */
  assess(trace: Trace): Assessment;
}
