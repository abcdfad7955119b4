/** What the flow graph shows of processes and failure points at the playhead; steps come from `sagas`, tokens from `messages`. */
import type { ProcessId, Trace } from '#trace/records.ts';
import { createFold } from './fold.ts';

export interface ProcessState {
  /** Virtual time of its restart while it is down; null while it is up. */
  readonly downUntil: number | null;
  /** Grows by one with each commit: a change is a pulse. */
  readonly commits: number;
  readonly crashes: number;
}
const UP: ProcessState = { downUntil: null, commits: 0, crashes: 0 };

interface FlowState { readonly processes: Map<ProcessId, ProcessState>; readonly struck: Map<string, number>; readonly applied: Map<string, number> }

/** The process that hosts a participant; null for a relay, whose commits are bookkeeping and no pulse. */
function processOf(participant: string): ProcessId | null {
  if (participant.startsWith('relay:')) return null;
  return participant.startsWith('projection:') ? 'projector' : participant;
}

const fold = createFold<FlowState>({
  initial: () => ({ processes: new Map(), struck: new Map(), applied: new Map() }),
  apply: (state, record) => {
    const change = (process: ProcessId, with_: (before: ProcessState) => ProcessState): void => {
      state.processes.set(process, with_(state.processes.get(process) ?? UP));
    };
    switch (record.kind) {
      case 'crashed': change(record.process, (before) => ({ ...before, downUntil: record.restartAt, crashes: before.crashes + 1 })); break;
      case 'restarted': change(record.process, (before) => ({ ...before, downUntil: null })); break;
      case 'transition': {
        const process = processOf(record.participant);
        if (record.commit && process !== null) change(process, (before) => ({ ...before, commits: before.commits + 1 }));
        for (const { point } of record.faults) state.struck.set(point, (state.struck.get(point) ?? 0) + 1);
        if (record.commit && record.participant.startsWith('projection:')) {
          state.applied.set(record.participant, (state.applied.get(record.participant) ?? 0) + 1);
        }
        break;
      }
      case 'intervention':
        // Another setting: what struck under the one before it says nothing of this one.
        if (record.action.type === 'change-failure-point' || record.action.type === 'add-failure-point') state.struck.delete(record.action.point.id);
        break;
      default:
    }
    return state;
  },
  clone: ({ processes, struck, applied }) => ({ processes: new Map(processes), struck: new Map(struck), applied: new Map(applied) }),
});

export const processAt = (trace: Trace, seq: number, process: ProcessId): ProcessState => fold.at(trace, seq).processes.get(process) ?? UP;
/** How often the failure point has struck since it was set as it is. */
export const struckAt = (trace: Trace, seq: number, point: string): number => fold.at(trace, seq).struck.get(point) ?? 0;
/** Commits of one projection: how often its view moved on. */
export const appliedAt = (trace: Trace, seq: number, projection: string): number => fold.at(trace, seq).applied.get(`projection:${projection}`) ?? 0;
