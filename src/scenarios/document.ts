/**
 * The scenario document: data, never code. The run's only input besides seed and interventions.
 * Templates: a string may hold `{path}`; one that is nothing but `{path}` gives the value itself, otherwise text. Roots: `request`
 * (the order being served), `item` (inside `forEach`), `saga` (`saga.id`), and for projections `event` (`event.type`, `event.saga`, `event.at`)
 * and `data` (the event's data).
 */
import type { FailurePoint, Json, Row } from '#trace/records.ts';

export const SCENARIO_FORMAT = 'sagascope/scenario';
export const SCENARIO_VERSION = 1;

export interface Text { readonly en: string; readonly es: string }

export interface ScenarioDocument {
  readonly format: typeof SCENARIO_FORMAT;
  readonly version: typeof SCENARIO_VERSION;
  /** A slug: a-z, 0-9, dashes. */
  readonly id: string;
  readonly name: Text;
  readonly description: Text;
  /** Milliseconds each way; a message takes latency + 0..jitter (seeded). */
  readonly network: { readonly latency: number; readonly jitter: number };
  readonly services: readonly ServiceDocument[];
  readonly saga: SagaDocument;
  readonly projections: readonly ProjectionDocument[];
  readonly workload: WorkloadDocument;
  readonly invariants: readonly InvariantDocument[];
  readonly failurePoints: readonly FailurePoint[];
  /** Messages and timers that may be delivered for each saga started; then the run counts as a livelock (D44). */
  readonly limits: { readonly stepBudget: number };
}

export interface ServiceDocument {
  readonly id: string;
  readonly name: Text;
  readonly store: 'relational' | 'documents' | 'event-streams';
  readonly tables: readonly TableDocument[];
  /** For event-streams: how an aggregate's state follows from its events (`evolve`, as data). */
  readonly aggregates: readonly AggregateDocument[];
  /** Idempotent consumer and transactional outbox; both on where nothing is said. Switched off to see what they are for. */
  readonly messaging?: { readonly inbox: boolean; readonly outbox: boolean };
}
export interface TableDocument { readonly id: string; readonly key: string; readonly rows: readonly Row[]; readonly checks: readonly Guard[] }
export interface AggregateDocument {
  readonly id: string;
  /** Streams are `<prefix><id>`. */
  readonly prefix: string;
  readonly initial: Row;
  readonly evolve: { readonly [eventType: string]: readonly FieldChange[] };
}

export interface SagaDocument {
  readonly name: Text;
  readonly retry: RetryDocument;
  readonly compensationRetry: RetryDocument;
  /** Milliseconds until a command without a reply counts as unknown. */
  readonly timeout: number;
  readonly steps: readonly StepDocument[];
}
/** `attempts` counts the first one; back-off n is `backOff * factor^(n-1)` ms. */
export interface RetryDocument { readonly attempts: number; readonly backOff: number; readonly factor: number }

export interface StepDocument {
  readonly id: string;
  readonly service: string;
  /** compensatable*, pivot?, retriable* (D10). */
  readonly kind: 'compensatable' | 'pivot' | 'retriable';
  readonly name: Text;
  readonly action: ActivityDocument;
  /** Null for the pivot, for retriable steps, and for a compensatable step without effects (D7). */
  readonly compensation: (ActivityDocument & { readonly id: string; readonly name: Text }) | null;
}

/** One local transaction of one service: guards, then effects and one event. */
export interface ActivityDocument {
  readonly guards: readonly Guard[];
  readonly effects: readonly Effect[];
  /** Null for a query: no effects, no event (D7). */
  readonly event: EventTemplate | null;
  /** The fact that is recorded when a guard (or a business rejection) refuses; null: nothing is recorded. */
  readonly rejection: EventTemplate | null;
}
export interface EventTemplate { readonly type: string; readonly stream: string; readonly data: { readonly [field: string]: Template } }
export type Template = Json;

/** Holds when `<table>[key].field <test> value`. Over an aggregate: `table` is the aggregate's id, `key` the aggregate's id without prefix. */
export interface Guard {
  readonly table: string; readonly key: Template; readonly field: string;
  readonly test: '==' | '!=' | '>=' | '<=' | '>' | '<' | 'exists' | 'absent';
  readonly value: Template;
  readonly reason: string;
  /** A path to a list (e.g. `request.items`); the guard must hold for each `item`. */
  readonly forEach?: string;
}
export type FieldChange =
  | { readonly op: 'set'; readonly field: string; readonly value: Template }
  | { readonly op: 'add' | 'subtract'; readonly field: string; readonly value: Template };
export type Effect =
  /** `insert` refuses a key that is there already; `put` replaces its row. */
  | { readonly op: 'insert' | 'put'; readonly table: string; readonly row: { readonly [column: string]: Template }; readonly forEach?: string }
  | { readonly op: 'update'; readonly table: string; readonly key: Template; readonly changes: readonly FieldChange[]; readonly forEach?: string }
  | { readonly op: 'delete'; readonly table: string; readonly key: Template; readonly forEach?: string };

/** A read model, fed by the event log; rows are keyed by `key`. */
export interface ProjectionDocument {
  readonly id: string;
  readonly name: Text;
  /** Key column of the view's rows. */
  readonly key: string;
  /** Columns in the order to show. */
  readonly columns: readonly { readonly id: string; readonly name: Text }[];
  /** Show the rows grouped by this column, with counts. */
  readonly groupBy: string | null;
  /** The columns that every new row begins with, its key aside. */
  readonly initial: Row;
  /** Rows to begin with: a snapshot of a table's seed rows taken before the first event (`columns`: view column -> table column). */
  readonly baseline: { readonly service: string; readonly table: string; readonly columns: { readonly [column: string]: string } } | null;
  readonly on: { readonly [eventType: string]: readonly ProjectionRule[] };
  /** Milliseconds that an event takes to reach this projection, on top of the network's jitter. */
  readonly latency: number;
}
export interface ProjectionRule { readonly key: Template; readonly changes: readonly FieldChange[]; readonly forEach?: string }

export interface WorkloadDocument {
  readonly count: number;
  /** Milliseconds between two arrivals. */
  readonly interval: number;
  /** Requests are drawn in turn from here (by seed after the first); each gets `id` = `order-<n>`. */
  readonly requests: readonly Row[];
}

/** left == right at the end of every run that does not need intervention (D45). */
export interface InvariantDocument {
  readonly id: string; readonly name: Text;
  readonly left: readonly Term[];
  /** `initial`: the value that `left` had before the first message. */
  readonly right: readonly Term[] | 'initial';
}
export type Term =
  | { readonly sum: string; readonly service: string; readonly table: string; readonly where?: { readonly [column: string]: Json }; readonly times?: number }
  | { readonly count: true; readonly service: string; readonly table: string; readonly where?: { readonly [column: string]: Json }; readonly times?: number }
  | { readonly events: string; readonly service: string; readonly times?: number };
