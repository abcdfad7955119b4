/** Which runs belong to a living tab. Names are claimed with Web Locks, which the browser gives back when a tab dies. */
export interface RunLocks {
  /** Claims a run for this tab; false when another living tab has it (or has not let go within `patience` ms). */
  claim(run: string, patience: number): Promise<boolean>;
  release(run: string): void;
}

/** Web Locks; where there are none (an insecure page), every claim succeeds for `own` and none for runs of others. */
export function browserRunLocks(own: string | null, locks: LockManager | undefined = navigator.locks): RunLocks {
  const held = new Map<string, () => void>();
  return {
    claim(run, patience) {
      if (held.has(run)) return Promise.resolve(true);
      if (!locks) return Promise.resolve(run === own);
      return new Promise((resolve) => {
        const hold = (): Promise<void> => new Promise<void>((release) => {
          held.set(run, release);
          resolve(true);
        });
        locks.request(`sagascope-run-${run}`, { signal: AbortSignal.timeout(patience) }, hold).catch(() => resolve(false));
      });
    },
    release(run) {
      held.get(run)?.();
      held.delete(run);
    },
  };
}

/** One tab and no other. */
export const soleTab = (): RunLocks => ({ claim: () => Promise.resolve(true), release() {} });
