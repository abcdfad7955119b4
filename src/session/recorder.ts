/** Keeps the library up to date with the run that is shown. What must be durable before the run goes on is waited for; the trace is not. */
import { ENGINE_VERSION } from '#kernel/version.ts';
import type { Intervention } from '#trace/records.ts';
import type { Library, SavedState } from './library.ts';
import type { LiveRun } from './live-run.ts';

/** Records in one block. */
const BLOCK = 1000;

export class Recorder {
  private readonly library: Library;
  private readonly wallClock: () => number;
  private readonly onError: (error: unknown) => void;
  private told = false;
  private pending: Promise<void> | null = null;
  private background: Promise<void> = Promise.resolve();
  private run: LiveRun | null = null;
  private state: SavedState = 'ready';
  private written = 0;

  /** `onError`: something could not be saved (told once); the run itself goes on. */
  constructor(library: Library, wallClock: () => number, onError: (error: unknown) => void) {
    this.library = library;
    this.wallClock = wallClock;
    this.onError = (error) => {
      if (!this.told) onError(error);
      this.told = true;
    };
  }

  /** Null when everything that the next delivery relies on is durable. */
  get unsettled(): Promise<void> | null { return this.pending; }
  /** Follows a run from now on; whatever the library held of its trace gives way. */
  follow(run: LiveRun, opening: string, state: SavedState): void {
    this.run = run;
    this.state = state;
    this.written = 0;
    const { name, scenario, seed } = run;
    const interventions = [...run.interventions];
    this.first(() => this.library.save({ run: name, state, scenario, seed, opening, savedAt: this.wallClock(), engine: ENGINE_VERSION }, interventions));
  }

  /** Before the run's first delivery, and when it was woken. */
  underWay(): void { if (this.state !== 'open') this.mark('open'); }

  ended(): void {
    this.flush();
    if (this.state !== 'ended') this.mark('ended');
  }

  intervened(intervention: Intervention): void {
    const { name, interventions } = this.run!;
    const index = interventions.length - 1;
    this.first(() => this.library.append(name, index, intervention));
  }

  /** Writes the records of the trace that fill a block, or all there are. */
  delivered(): void { if (this.run!.trace.length - this.written >= BLOCK) this.flush(); }

  flush(): void {
    if (!this.run || this.run.trace.length <= this.written) return;
    const { name, trace } = this.run;
    const from = this.written;
    const records = trace.slice(from);
    this.written = trace.length;
    this.background = this.background.then(() => this.library.appendTrace(name, from, records)).catch(this.onError);
  }

  private mark(state: SavedState): void {
    this.state = state;
    const { name } = this.run!;
    this.first(() => this.library.mark(name, state, this.wallClock()));
  }

  /** Queues a write that the next delivery waits for. */
  private first(write: () => Promise<void>): void {
    const next: Promise<void> = (this.pending ?? Promise.resolve()).then(write).catch(this.onError).then(() => { if (this.pending === next) this.pending = null; });
    this.pending = next;
  }
}
