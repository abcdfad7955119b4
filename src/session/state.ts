/** What the screen knows of a session, and what it can ask of it. Vanilla zustand store; no React here. */
import type { FailurePoint, Row, Trace } from '#trace/records.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import type { SavedFile } from './saved-run-file.ts';

/** The part of the trace that is shown: the first `seq` records, at virtual time `at` (>= the last of them). */
export interface Playhead { readonly seq: number; readonly at: number }

export type Selection =
  | { readonly type: 'step'; readonly step: string; readonly phase: 'action' | 'compensation' }
  | { readonly type: 'event'; readonly position: number }
  | { readonly type: 'message'; readonly id: number }
  | { readonly type: 'record'; readonly seq: number }
  | { readonly type: 'failure-point'; readonly id: string }
  | { readonly type: 'row'; readonly process: string; readonly table: string; readonly key: string };

/** A run that was left by acting in its past (`forkedAt`: at this virtual time), or by restarting (null); it can be looked at and compared. */
export interface Branch {
  readonly id: string; readonly label: string; readonly scenario: ScenarioDocument; readonly seed: number; readonly failurePoints: readonly FailurePoint[];
  readonly trace: Trace; readonly hash: string; readonly forkedAt: number | null;
}

/** A comparison of the run `run` with a branch: where they part. */
export interface Comparison { readonly run: string; readonly branch: string; readonly seq: number; readonly at: number }

/** Something to tell the person: a key of the message catalogue with its parameters. */
export interface Notice { readonly id: number; readonly tone: 'info' | 'success' | 'warning' | 'error'; readonly key: string; readonly params: Readonly<Record<string, string | number>>; /** A button beside the words. */ readonly offer?: NoticeOffer }
/** `export-saved`: a run that cannot be continued here, as a run file. */
export interface NoticeOffer { readonly what: 'export-saved'; readonly run: string }

export interface SessionState {
  readonly scenario: ScenarioDocument;
  readonly seed: number;
  /** Failure points in force at the head of the run. */
  readonly failurePoints: readonly FailurePoint[];
  /** Grows in place: compare `length`, not identity. */
  readonly trace: Trace;
  readonly length: number;
  /** Hex digest of the trace so far, first 16 digits. */
  readonly hash: string;
  /** `ready`: nothing ran yet. `ended`: the queue is empty; a new order or a resolution wakes it. */
  readonly phase: 'starting' | 'ready' | 'running' | 'paused' | 'ended';
  /** It plays, or will as soon as its databases are open. */
  readonly playing: boolean;
  readonly playhead: Playhead;
  /** Virtual milliseconds per wall-clock millisecond. */
  readonly speed: number;
  /** The saga that the flow follows; null: the one that was started last. */
  readonly saga: string | null;
  readonly selection: Selection | null;
  /** A failure kind in the hand (keyboard, click-to-place). */
  readonly armed: string | null;
  /** The last few runs that were left (branches.ts). */
  readonly branches: readonly Branch[];
  /** Id of the branch that is shown instead of the run at hand, read-only; null: the run at hand. */
  readonly viewed: string | null;
  readonly compared: Comparison | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly notices: readonly Notice[];
  /** Deliveries so far of a replay that takes long (an import, a fork, a recovery); null when there is none. */
  readonly replayed: number | null;
  /** `memory` where the browser refuses storage. */
  readonly storage: 'indexeddb' | 'memory';
  /** Name of the run: prefix of its databases, `sagascope-<run>-<process>`. */
  readonly run: string;
}

export interface SessionActions {
  /** Plays on from the playhead: what is recorded first, then live. */
  play(): void;
  pause(): void;
  /** One record on; executes the next transition at the head. */
  step(): Promise<void>;
  /** Same scenario, seed and failure points, from the start, with fresh databases. The old run becomes a branch. */
  restart(): Promise<void>;
  /** Moves the playhead to a virtual time; pauses. */
  seek(at: number): void;
  setSpeed(speed: number): void;
  setSeed(seed: number): Promise<void>;
  setWorkload(count: number, interval: number): Promise<void>;
  /** Switches a service's inbox or outbox on or off. Before the run: edits its input. Else it starts anew; the old run becomes a branch. */
  setMessaging(service: string, messaging: { readonly inbox: boolean; readonly outbox: boolean }): Promise<void>;
  open(scenario: ScenarioDocument, seed?: number, failurePoints?: readonly FailurePoint[]): Promise<void>;
  /** Before the run: edits its input. During: an intervention now. With the playhead in the past: forks there. */
  addFailurePoint(point: Omit<FailurePoint, 'id'>): void;
  changeFailurePoint(point: FailurePoint): void;
  removeFailurePoint(id: string): void;
  undo(): void;
  redo(): void;
  placeOrder(request: Row): void;
  resolve(saga: string, choice: 'retry' | 'skip' | 'mark-resolved', reason: string): void;
  crash(process: string): void;
  follow(saga: string | null): void;
  select(selection: Selection | null): void;
  arm(kind: string | null): void;
  /** Shows a branch, read-only, the run at hand paused; null: back to the run at hand. */
  lookAt(branch: string | null): void;
  /** Marks where the run at hand parts from a branch. */
  compare(comparison: Comparison | null): void;
  notify(notice: Omit<Notice, 'id'>): void;
  dismiss(id: number): void;
  /** Stops the replay that takes long; what it was for does not happen. */
  stopReplay(): void;
  /** A run that was left in this browser's library, as a run file. @throws when it cannot be read. */
  exportSaved(run: string): Promise<SavedFile>;
  /** Opens a run file's input, runs it to its end in memory and then in the databases; tells whether the trace hash is the file's. */
  importRun(text: string, fileName: string): Promise<void>;
}
export type Session = SessionState & SessionActions;
