/** Marks on the timeline: where failures struck, what was committed, what was compensated. Over the whole recorded trace. */
import type { Trace, TraceRecord } from '#trace/records.ts';
import { createFold } from './fold.ts';

type MarkType = 'commit' | 'compensation' | 'failure' | 'intervention' | 'end';
export interface Mark { readonly seq: number; readonly at: number; readonly type: MarkType; /** The message of the catalogue's `narration` area that tells it. */ readonly what: string }

interface MarksState { marks: Mark[]; /** Message id -> its phase, while it is under way to a service. */ readonly compensating: Set<number> }

function note(state: MarksState, record: TraceRecord): MarksState {
  const mark = (type: MarkType, what: string): void => { state.marks.push({ seq: record.seq, at: record.at, type, what }); };
  switch (record.kind) {
    case 'crashed': mark('failure', record.process); break;
    case 'intervention': mark('intervention', record.action.type); break;
    case 'run-ended': mark('end', record.outcome); break;
    case 'transition': {
      for (const message of record.sends) if (message.kind === 'command' && message.phase === 'compensation') state.compensating.add(message.id);
      for (const fault of record.faults) mark('failure', fault.kind);
      for (const event of record.commit?.events ?? []) mark(state.compensating.has(record.message) ? 'compensation' : 'commit', event.type);
      state.compensating.delete(record.message);
      break;
    }
    default:
  }
  return state;
}

const fold = createFold<MarksState>({
  initial: () => ({ marks: [], compensating: new Set() }),
  apply: note,
  clone: ({ marks, compensating }) => ({ marks: marks.slice(), compensating: new Set(compensating) }),
  every: 5000,
});

/** Ordered by position. The array grows in place: compare its length. */
export const marksAt = (trace: Trace, seq: number): readonly Mark[] => fold.at(trace, seq).marks;

/** `rest`: what else happened there, less grave. */
export interface MarkGroup { readonly type: MarkType; readonly at: number; readonly seq: number; readonly what: readonly string[]; readonly count: number; readonly rest: number }

const GRAVITY: { readonly [type in MarkType]: number } = { commit: 0, compensation: 1, intervention: 2, failure: 3, end: 4 };
/** A mark names no more than these. */
const NAMED = 4;

/** One mark for each of `slots` equal parts of the time up to `end`, of the gravest type there; the end of the run has its own. */
export function groupMarks(marks: readonly Mark[], end: number, slots: number): readonly MarkGroup[] {
  const groups = new Map<string, { type: MarkType; at: number; seq: number; what: string[]; count: number; rest: number }>();
  for (const { type, at, seq, what } of marks) {
    const slot = Math.floor((at / Math.max(1, end)) * slots);
    const key = type === 'end' ? `end/${slot}` : String(slot);
    const group = groups.get(key);
    if (!group) groups.set(key, { type, at, seq, what: [what], count: 1, rest: 0 });
    else if (GRAVITY[type] > GRAVITY[group.type]) groups.set(key, { type, at, seq, what: [what], count: 1, rest: group.count + group.rest });
    else if (type === group.type) {
      group.count += 1;
      if (group.what.length < NAMED) group.what.push(what);
    } else group.rest += 1;
  }
  return [...groups.values()];
}
