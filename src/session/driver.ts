/**
 * Paces a run: moves the playhead through what is recorded, then executes the next delivery when the virtual clock reaches it. Virtual
 * time is wall time times speed; where carrying out deliveries takes longer, the clock waits for them.
 */
import type { Trace } from '#trace/records.ts';
import type { Playhead } from './state.ts';
import type { Ticker } from './ticker.ts';

/** The run being driven, as far as the driver needs it. */
export interface Driven {
  readonly trace: Trace;
  /** Virtual time of the next delivery; null when there is none. */
  nextAt(): number | null;
  /** Carries out the next delivery, or records the end. Rejects when the run cannot go on. */
  executeNext(): Promise<void>;
  /** True while something else works on the run (an edit, a start): the clock waits. */
  busy(): boolean;
}

/** Virtual time of a frame counts for at most so many ms of wall time: a tab that slept does not leap. */
const LONGEST_FRAME = 250;
/** Deliveries of one frame may take so many ms of wall time; the rest waits for the next frame. */
const SLICE = 12;

export class Driver {
  private readonly ticker: Ticker;
  private readonly changed: () => void;
  private driven: Driven;
  private seq = 0;
  private at = 0;
  /** The latest virtual time that the clock has reached at the head. */
  private headAt = 0;
  private running = false;
  private lastFrame = 0;
  private cancelFrame: (() => void) | null = null;
  speed = 1;

  /** `changed` is called after every move of the playhead, every delivery, and when it stops. */
  constructor(driven: Driven, ticker: Ticker, changed: () => void) {
    this.driven = driven;
    this.ticker = ticker;
    this.changed = changed;
    this.follow();
  }

  get playhead(): Playhead { return { seq: this.seq, at: this.at }; }
  get playing(): boolean { return this.running; }
  get atHead(): boolean { return this.seq >= this.driven.trace.length; }

  /** Drives another run, the playhead at its head, at virtual time `at` or at its last record's, whichever is later. */
  drive(driven: Driven, at: number): void {
    this.driven = driven;
    this.headAt = at;
    this.follow();
  }

  /** Puts the playhead behind the last record. */
  follow(): void {
    const { trace } = this.driven;
    this.headAt = Math.max(this.headAt, trace.at(-1)?.at ?? 0);
    this.seq = trace.length;
    this.at = this.headAt;
  }

  play(): void {
    if (this.running) return;
    this.running = true;
    this.lastFrame = this.ticker.now();
    this.schedule();
    this.changed();
  }

  pause(): void {
    this.running = false;
    this.cancelFrame?.();
    this.cancelFrame = null;
    this.changed();
  }

  /** Moves the playhead to a virtual time, within what the clock has reached. */
  seek(at: number): void {
    this.headAt = Math.max(this.headAt, this.driven.trace.at(-1)?.at ?? 0);
    this.at = Math.min(Math.max(0, at), this.headAt);
    this.seq = countUntil(this.driven.trace, this.at);
    this.pause();
  }

  /** One record on; at the head, one delivery (which may leave several records). Rejects when the delivery could not be carried out. */
  async step(): Promise<void> {
    this.pause();
    if (!this.atHead) {
      this.at = Math.max(this.at, this.driven.trace[this.seq]!.at);
      this.seq += 1;
      this.changed();
      return;
    }
    await this.execute();
    this.changed();
  }

  private schedule(): void {
    this.cancelFrame = this.ticker.nextFrame(() => {
      this.cancelFrame = null;
      void this.frame();
    });
  }

  private async frame(): Promise<void> {
    const now = this.ticker.now();
    const target = this.at + Math.min(now - this.lastFrame, LONGEST_FRAME) * this.speed;
    this.lastFrame = now;
    if (!this.driven.busy()) {
      try {
        await this.advance(target, now);
      } catch {
        // Whoever carries out the deliveries has told the person; here the clock stops.
        this.running = false;
      }
      this.lastFrame = this.ticker.now();
      this.changed();
    }
    if (this.running && !this.cancelFrame) this.schedule();
  }

  private async advance(target: number, startedAt: number): Promise<void> {
    const { driven } = this;
    while (this.running && driven === this.driven) {
      if (!this.atHead) {
        const next = driven.trace[this.seq]!.at;
        if (next > target) break;
        this.at = Math.max(this.at, next);
        this.seq += 1;
        continue;
      }
      const next = driven.nextAt();
      if (next !== null && next > target) break;
      if (this.ticker.now() - startedAt >= SLICE) return;
      if (next === null) {
        await this.execute();
        if (this.driven === driven) this.running = false;
        return;
      }
      await this.execute();
    }
    if (!this.running || driven !== this.driven) return;
    this.at = Math.max(this.at, target);
    if (this.atHead) this.headAt = Math.max(this.headAt, this.at);
  }

  /** The next delivery; the playhead follows if it was at the head and still is there. */
  private async execute(): Promise<void> {
    const { driven, seq } = this;
    await driven.executeNext();
    if (driven === this.driven && this.seq === seq) this.follow();
  }
}

/** Number of records with a time <= `at`. */
function countUntil(trace: Trace, at: number): number {
  let low = 0;
  let high = trace.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (trace[middle]!.at <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
