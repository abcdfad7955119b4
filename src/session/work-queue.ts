/** Work that may end in this very call, or later. */
export type Work = () => Promise<void> | void;

/** One piece of work at a time, in the order of asking: a delivery and an edit never overlap. */
export class WorkQueue {
  private last: Promise<void> | null = null;

  get busy(): boolean { return this.last !== null; }

  /** Runs the work after what was asked before; at once, in this call, when nothing is under way. Rejects as the work does; the next goes on. */
  do(work: Work): Promise<void> {
    const started = this.last ? this.last.then(work, work) : attempt(work);
    if (!started) return Promise.resolve();
    const settled: Promise<void> = started.then(nothing, nothing).then(() => { if (this.last === settled) this.last = null; });
    this.last = settled;
    return started;
  }
}

const nothing = (): void => {};

/** Null when the work is done. */
function attempt(work: Work): Promise<void> | null {
  try {
    return work() ?? null;
  } catch (error) {
    return Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
