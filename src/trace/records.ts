/**
 * The leaf vocabulary: what happened in a run, and nothing else. Recorder (kernel) and viewers (views, exports) meet only here.
 * Times are virtual milliseconds (integers) since the start of the run. All values are JSON, immutable, and serialise in key order.
 */

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A stored row: a flat or nested JSON object that carries its own primary key in the table's key column. */
export type Row = { readonly [column: string]: Json };

/** A service id, `orchestrator`, `relay:<service>`, `projection:<id>`, or `client` (the world outside, which has no database). */
export type ParticipantId = string;
/** What can crash as one: a service (with its relay), `orchestrator`, `projector` (with all projections). One worker, one database. */
export type ProcessId = string;

export type Phase = 'action' | 'compensation' | 'query';
/** `subscription`: a projection asks a relay for what it missed, and is told when that was all. */
export type EnvelopeKind = 'command' | 'reply' | 'event' | 'subscription' | 'timer';

/** A message, from the moment it is sent. `lost` says why it will never arrive; null when it travels normally. */
export interface Envelope {
  /** Unique in the run, counted from 1 in the order of sending. */
  readonly id: number;
  readonly kind: EnvelopeKind;
  /** Commands: step id or `start-saga`; replies: `reply`; events: the event type; timers: `deadline`, `back-off`, `relay-poll`, ... */
  readonly type: string;
  readonly from: ParticipantId;
  readonly to: ParticipantId;
  /** The saga this message serves; it is also the correlation id. Null for timers of relays and projections. */
  readonly saga: string | null;
  readonly step: string | null;
  readonly phase: Phase | null;
  /** Counted from 1; 0 where there is no attempt. */
  readonly attempt: number;
  /** Idempotency key: the same for every attempt of one step and phase. */
  readonly key: string | null;
  /** Id of the message whose handling sent this one; 0 for what comes from outside. */
  readonly causation: number;
  readonly sentAt: number;
  readonly arrivesAt: number;
  readonly lost: LossReason | null;
  /** True for the extra copies that a duplicate delivery makes. */
  readonly copy: boolean;
  readonly data: Json;
}
export type LossReason = 'lost-request' | 'lost-reply' | 'partition' | 'receiver-down' | 'sender-crashed' | 'power-loss';

/** What a participant answers to a command. `data.result` of a `reply` envelope. */
export type ReplyResult = 'ok' | 'rejected' | 'transient' | 'absent';

/** A fact in a service's own event store. Immutable; `version` is contiguous from 1 in its stream (D33). */
export interface StoredEvent {
  readonly id: string;
  /** Global position, contiguous from 1 in the order of the commits. */
  readonly position: number;
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  readonly service: string;
  readonly saga: string | null;
  readonly step: string | null;
  /** Saga id. */
  readonly correlation: string | null;
  /** Id of the message that caused it. */
  readonly causation: number;
  readonly at: number;
  readonly data: Row;
}

/** One row put (`row`) or deleted (`row: null`) in a table of the committing process's own database. */
export interface RowWrite {
  readonly table: string;
  readonly key: string;
  readonly row: Row | null;
}

/** One local transaction: all of it or nothing. Inbox, outbox, saga log and checkpoints are tables like any other (see SYSTEM_TABLES). */
export interface Commit {
  readonly writes: readonly RowWrite[];
  readonly events: readonly StoredEvent[];
}

/** Tables that the patterns keep beside the scenario's own, with their key columns. */
export const SYSTEM_TABLES = {
  events: 'position',
  inbox: 'key',
  outbox: 'id',
  sagas: 'id',
  saga_log: 'id',
  checkpoints: 'projection',
  dead_letters: 'id',
} as const;

export interface FaultFired {
  /** Id of the failure point. */
  readonly point: string;
  readonly kind: string;
}

export type StepStatus =
  | 'idle' | 'running' | 'retrying' | 'committed' | 'failed'
  | 'compensating' | 'compensated' | 'stuck' | 'skipped' | 'unknown';
export type SagaStatus = 'running' | 'compensating' | 'completed' | 'compensated' | 'stuck' | 'resolved';

/** A row of the orchestrator's `sagas` table: what it resumes from. Arrays are indexed like the plan's steps. */
export interface SagaRow {
  readonly id: string;
  readonly status: SagaStatus;
  /** Index of the step in progress. */
  readonly cursor: number;
  readonly phase: Phase;
  readonly attempt: number;
  /** Attempts before the present round: a person's retry starts a new round, and attempts go on counting. */
  readonly spent: number;
  readonly actions: readonly StepStatus[];
  readonly compensations: readonly StepStatus[];
  /** Why it turned back, e.g. `out-of-stock`; null while nothing failed. */
  readonly reason: string | null;
  /** True once a person skipped or resolved something by hand: it can then not end as `compensated` (D13). */
  readonly byHand: boolean;
  readonly startedAt: number;
  readonly endedAt: number | null;
  /** Entries in saga_log so far. */
  readonly logged: number;
  readonly request: Row;
}

/** A row of the orchestrator's `saga_log` table. */
export interface SagaLogRow {
  readonly id: string;
  readonly saga: string;
  readonly type: string;
  readonly step: string | null;
  /** What of the step it speaks of: after a turn back, a `retry` is one of the compensation. */
  readonly phase: Phase | null;
  readonly attempt: number;
  readonly at: number;
  readonly note: string | null;
}

export type InvariantResult = { readonly id: string; readonly holds: boolean; readonly left: number; readonly right: number };
/** `livelock`: the step budget ended the run (D44). With several sagas the gravest counts: livelock, stuck, resolved, compensated, completed. */
export type RunOutcome = 'completed' | 'compensated' | 'resolved' | 'stuck' | 'livelock';

/** What the saga looks like; enough for a view to label and lay out what the records speak of. */
export interface Plan {
  readonly services: readonly { readonly id: string; readonly store: string; readonly tables: readonly { readonly id: string; readonly key: string }[] }[];
  readonly steps: readonly {
    readonly id: string; readonly service: string; readonly kind: 'compensatable' | 'pivot' | 'retriable';
    readonly compensation: string | null;
  }[];
  readonly projections: readonly { readonly id: string; readonly key: string; readonly sources: readonly string[] }[];
}

interface Base { readonly seq: number; readonly at: number }

export interface RunStarted extends Base {
  readonly kind: 'run-started';
  readonly scenario: string;
  readonly scenarioHash: string;
  readonly seed: number;
  readonly plan: Plan;
  /** The rows each database held before the first message: process -> table -> rows. */
  readonly databases: { readonly [process: string]: { readonly [table: string]: readonly Row[] } };
}

/**
 * One participant handled one message. `commit` is what became durable (null: nothing). `sends` are the messages released,
 * timers included. With `crash` the process died: before the commit (`commit` null) or after it (`sends` all lost).
 */
export interface TransitionRecord extends Base {
  readonly kind: 'transition';
  readonly participant: ParticipantId;
  /** Id of the message handled; 0 for a recovery after a restart. */
  readonly message: number;
  readonly commit: Commit | null;
  readonly sends: readonly Envelope[];
  /** Ids of timers that were cancelled. */
  readonly cancels: readonly number[];
  readonly faults: readonly FaultFired[];
  readonly crash: 'before-commit' | 'after-commit' | null;
  /** What the participant made of it: `handled`, `duplicate`, `discarded`, `null-compensation`, `refused-late`, `recovered`, ... */
  readonly note: string;
}
/** A message reached a process that was down, and is gone. */
export interface UndeliverableRecord extends Base { readonly kind: 'undeliverable'; readonly message: number; readonly process: ProcessId }
export interface CrashedRecord extends Base { readonly kind: 'crashed'; readonly process: ProcessId; readonly cause: string; readonly restartAt: number }
export interface RestartedRecord extends Base { readonly kind: 'restarted'; readonly process: ProcessId }
export interface InterventionRecord extends Base {
  readonly kind: 'intervention'; readonly action: InterventionAction;
  /** Messages that the intervention put under way. */
  readonly sends: readonly Envelope[];
}
/** The queue was empty. A later intervention may wake the run again; a further `run-ended` follows then. */
export interface RunEnded extends Base {
  readonly kind: 'run-ended';
  readonly outcome: RunOutcome;
  readonly sagas: { readonly [status: string]: number };
  readonly invariants: readonly InvariantResult[];
  /** Messages delivered so far. */
  readonly delivered: number;
}

export type TraceRecord =
  | RunStarted | TransitionRecord | UndeliverableRecord | CrashedRecord | RestartedRecord | InterventionRecord | RunEnded;
export type Trace = readonly TraceRecord[];

/** Where a failure point sits. Steps in links: `process-payment`, `process-payment.compensation`, `orchestrator`. */
export type FailureTarget =
  | { readonly step: string; readonly phase: 'action' | 'compensation' }
  | { readonly process: ProcessId };
export type Occurrence =
  | { readonly mode: 'first' } | { readonly mode: 'nth'; readonly n: number }
  | { readonly mode: 'first-n'; readonly n: number } | { readonly mode: 'every' };

export interface FailurePoint {
  readonly id: string;
  readonly kind: string;
  readonly target: FailureTarget;
  readonly occurrence: Occurrence;
  /** Numbers by name, as the kind's registry entry declares them (`ms`, `restart`, `copies`, ...). */
  readonly params: { readonly [name: string]: number };
  /** 0..1, drawn from the seed at each matching occurrence; absent = always. */
  readonly probability?: number;
}

/** What a person did; part of the run's input. */
export type InterventionAction =
  | { readonly type: 'add-failure-point'; readonly point: FailurePoint }
  | { readonly type: 'change-failure-point'; readonly point: FailurePoint }
  | { readonly type: 'remove-failure-point'; readonly id: string }
  | { readonly type: 'place-order'; readonly request: Row }
  | { readonly type: 'resolve'; readonly saga: string; readonly choice: 'retry' | 'skip' | 'mark-resolved'; readonly reason: string }
  | { readonly type: 'crash'; readonly process: ProcessId }
  | { readonly type: 'power-loss' };

/** An action with its position: applied when the trace holds exactly `seq` records, the clock set to `at`. */
export interface Intervention { readonly seq: number; readonly at: number; readonly action: InterventionAction }
