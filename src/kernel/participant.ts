/** The port between the kernel and what runs on it: participants, and the processes that host them. */
import type { Commit, Envelope, Json, ParticipantId, Phase, ProcessId, Row, StoredEvent } from '#trace/records.ts';

/** What a participant may read: the committed state of its own process's database, and nothing else (D27). */
export interface DatabaseReader {
  get(table: string, key: string): Row | undefined;
  /** All rows, in whatever order the database keeps them (memory: of insertion; IndexedDB: of keys): sort where it matters (D43). */
  all(table: string): Iterable<Row>;
  count(table: string): number;
  /** The stream's current version; 0 when it does not exist. */
  version(stream: string): number;
  stream(stream: string): readonly StoredEvent[];
  /** Events with position > `position`, ascending. */
  eventsAfter(position: number): Iterable<StoredEvent>;
}

/** A message to be sent; the kernel adds id, times and losses. */
export interface Outgoing {
  readonly kind: 'command' | 'reply' | 'event' | 'subscription';
  readonly type: string;
  readonly to: ParticipantId;
  readonly saga: string | null;
  readonly step: string | null;
  readonly phase: Phase | null;
  readonly attempt: number;
  readonly key: string | null;
  readonly data: Json;
  /** Id of the message that caused it, where that is not the one being handled (an event relayed later). */
  readonly causation?: number;
}

/** A timer of one participant. Setting one with a name that is already set replaces it; it dies with its process. */
export interface TimerRequest {
  readonly name: string;
  readonly type: string;
  /** Milliseconds from now, >= 0. */
  readonly after: number;
  /** Another participant of the same process whose timer it is (a service wakes its relay). */
  readonly owner?: ParticipantId;
  readonly saga: string | null;
  readonly data: Json;
}

/** What handling a message would do: one local transaction and the messages to release once it is acknowledged. */
export interface Draft {
  readonly commit: Commit | null;
  readonly sends: readonly Outgoing[];
  readonly timers: readonly TimerRequest[];
  /** Names of timers to cancel. */
  readonly cancels: readonly string[];
  readonly note: string;
  /** True when the directive's verdict decided the answer (a duplicate answers from the inbox instead). */
  readonly verdictUsed: boolean;
}

/** What the failure points ask of this one handling. */
export interface Directive {
  /** `poison`: a projection cannot take this event. */
  readonly verdict: 'proceed' | 'reject' | 'transient' | 'poison';
  readonly reason: string | null;
  readonly crash: 'before-commit' | 'after-commit' | null;
  /**
   * The transaction is rolled back and the message comes again: the database failed or is full, or the stream had moved on
   * (`conflict`: the store refuses the commit). The driver answers null.
   */
  readonly abort: 'database-error' | 'disk-full' | 'concurrency-conflict' | null;
}

export interface HandlingContext {
  readonly now: number;
  /** Position for the first event that this transition appends. */
  readonly nextPosition: number;
  readonly directive: Directive;
}

export interface Participant {
  readonly id: ParticipantId;
  /** Pure apart from volatile caches that `recover` rebuilds: reads the database, returns a draft, commits nothing itself. */
  handle(database: DatabaseReader, message: Envelope, context: HandlingContext): Draft;
  /** Called after the process (re)opened its database; null when there is nothing to resume. */
  recover(database: DatabaseReader, now: number): Draft | null;
}

/** A process: one database, one or more participants (a service and its relay; the projector and its projections). */
export interface ProcessDefinition {
  readonly id: ProcessId;
  readonly participants: readonly ParticipantId[];
  /** Table -> key column, system tables included. */
  readonly tables: { readonly [table: string]: string };
  readonly rows: { readonly [table: string]: readonly Row[] };
}

/** What the driver has to do next. It answers with `World.complete`; nothing else happens meanwhile. */
export type Delivery =
  /** Let `participant` handle `message` in its process; commit; with `context.directive.crash` end the process before or after the commit. */
  | { readonly kind: 'handle'; readonly process: ProcessId; readonly participant: ParticipantId; readonly message: Envelope; readonly context: HandlingContext }
  /** End these processes at once (a person's crash, power loss). */
  | { readonly kind: 'crash'; readonly processes: readonly ProcessId[]; readonly cause: string }
  /** A message reached a process that is down. Nothing to do; complete with null. */
  | { readonly kind: 'undeliverable'; readonly process: ProcessId; readonly message: Envelope }
  /** Start the process again: open its database, rebuild, `recover` each participant in order (one draft each, null where nothing is to do). */
  | { readonly kind: 'restart'; readonly process: ProcessId; readonly participants: readonly ParticipantId[]; readonly now: number; readonly nextPosition: number };

/** What the driver answers: the draft of a `handle` (null: crashed before the commit), one per participant for a `restart`, else null. */
export type DeliveryResult = Draft | null | readonly (Draft | null)[];
