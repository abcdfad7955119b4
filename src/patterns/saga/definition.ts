/** What a saga is: steps in order, each with its kind. Sources: Garcia-Molina and Salem, Sagas (1987); Richardson, ch. 4. */
import type { Row } from '#trace/records.ts';

export type StepKind = 'compensatable' | 'pivot' | 'retriable';

export interface SagaStep {
  readonly id: string;
  readonly service: string;
  readonly kind: StepKind;
  /** The compensation's id; null where there is none: a step without effects has nothing to undo (D7). */
  readonly compensation: string | null;
}

/** `attempts` counts the first one; the wait before attempt n + 1 is `backOff * factor^(n-1)` ms, at most a minute. */
export interface Retry { readonly attempts: number; readonly backOff: number; readonly factor: number }

export interface SagaDefinition {
  readonly steps: readonly SagaStep[];
  readonly retry: Retry;
  readonly compensationRetry: Retry;
  /** Milliseconds until a command without a reply has an unknown outcome (D3). */
  readonly timeout: number;
}

const LONGEST_WAIT = 60_000;
/** Multiplied step by step: what `**` gives for fractions is left to each engine (D43). */
export function backOff({ backOff: first, factor }: Retry, attempt: number): number {
  let wait = first;
  for (let n = 1; n < attempt && wait < LONGEST_WAIT && wait > 0; n += 1) wait *= factor;
  return Math.min(LONGEST_WAIT, Math.round(wait));
}

/** The first step that breaks compensatable*, pivot?, retriable* (D10), or null. */
export function misplacedStep(steps: readonly Pick<SagaStep, 'id' | 'kind'>[]): string | null {
  let turned = false;
  for (const { id, kind } of steps) {
    if (turned && kind !== 'retriable') return id;
    if (kind !== 'compensatable') turned = true;
  }
  return null;
}

/** Correlation id of the saga that serves a request: `order-7` -> `saga-7`. */
export const sagaOf = (request: Row): string => `saga-${String(request['id']).replace(/^order-/, '')}`;
