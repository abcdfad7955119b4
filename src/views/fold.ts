/** Folds of a trace: forward one record at a time; backward from the nearest keyframe. */
import type { Trace, TraceRecord } from '#trace/records.ts';

export interface FoldDefinition<S> {
  readonly initial: () => S;
  /** Takes one record in; may change `state` in place and return it, or return a new one. */
  readonly apply: (state: S, record: TraceRecord) => S;
  /** A copy that later `apply`s do not reach. For immutable states: the state itself. */
  readonly clone: (state: S) => S;
  /** Records between two keyframes; 1000 unless told. */
  readonly every?: number;
}

export interface Fold<S> {
  /**
   * The state after the first `seq` records. It belongs to the fold and changes with the next call for this trace:
   * pick what you need from it, or rebuild what you show whenever `seq` changes.
   */
  at(trace: Trace, seq: number): S;
}

interface Progress<S> { state: S; seq: number; readonly keyframes: S[] }

export function createFold<S>({ initial, apply, clone, every = 1000 }: FoldDefinition<S>): Fold<S> {
  // By identity of the trace, which grows in place; branches that are compared keep a fold each.
  const byTrace = new WeakMap<Trace, Progress<S>>();

  const start = (trace: Trace): Progress<S> => {
    const fresh = { state: initial(), seq: 0, keyframes: [] };
    byTrace.set(trace, fresh);
    return fresh;
  };

  return {
    at(trace, seq) {
      const target = Math.max(0, Math.min(seq, trace.length));
      const progress = byTrace.get(trace) ?? start(trace);
      if (target < progress.seq) {
        const nearest = Math.min(Math.floor(target / every), progress.keyframes.length);
        progress.state = nearest === 0 ? initial() : clone(progress.keyframes[nearest - 1]!);
        progress.seq = nearest * every;
      }
      for (; progress.seq < target; ) {
        progress.state = apply(progress.state, trace[progress.seq]!);
        progress.seq += 1;
        if (progress.seq % every === 0 && progress.seq / every > progress.keyframes.length) progress.keyframes.push(clone(progress.state));
      }
      return progress.state;
    },
  };
}
