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

export interface MarkGroup { readonly type: MarkType; readonly at: number; readonly seq: number; readonly what: readonly string[] }

/** One mark for each type and each of `slots` equal parts of the time up to `end`: a line can show no more than it has pixels. */
export function groupMarks(marks: readonly Mark[], end: number, slots: number): readonly MarkGroup[] {
  const groups = new Map<string, { type: MarkType; at: number; seq: number; what: string[] }>();
  for (const { type, at, seq, what } of marks) {
    const key = `${type}/${Math.floor((at / Math.max(1, end)) * slots)}`;
    const group = groups.get(key);
    if (!group) groups.set(key, { type, at, seq, what: [what] });
    else if (group.what.length < 4) group.what.push(what);
  }
  return [...groups.values()];
}
