/** Edits of failure points, and how to take them back. */
import type { FailurePoint, InterventionAction } from '#trace/records.ts';

export type FailurePointAction = Extract<InterventionAction, { type: 'add-failure-point' | 'change-failure-point' | 'remove-failure-point' }>;
interface Edit {
  /** Length of the trace when it was made; 0 for an edit of the input. */
  readonly seq: number;
  readonly forward: FailurePointAction;
  readonly backward: FailurePointAction;
}

export const isFailurePointAction = (action: InterventionAction): action is FailurePointAction => action.type.endsWith('-failure-point');

/** A list of failure points after an edit. */
export function editPoints(points: readonly FailurePoint[], action: FailurePointAction): readonly FailurePoint[] {
  switch (action.type) {
    case 'add-failure-point': return [...points.filter(({ id }) => id !== action.point.id), action.point];
    case 'change-failure-point': return points.map((point) => (point.id === action.point.id ? action.point : point));
    case 'remove-failure-point': return points.filter(({ id }) => id !== action.id);
  }
}

/** What reverses an edit of `points`; null when the edit changes nothing (an unknown id). */
function reversed(points: readonly FailurePoint[], action: FailurePointAction): FailurePointAction | null {
  if (action.type === 'add-failure-point') return { type: 'remove-failure-point', id: action.point.id };
  const id = action.type === 'change-failure-point' ? action.point.id : action.id;
  const before = points.find((point) => point.id === id);
  if (!before) return null;
  return action.type === 'change-failure-point' ? { type: 'change-failure-point', point: before } : { type: 'add-failure-point', point: before };
}

export class EditHistory {
  private done: Edit[] = [];
  private undone: Edit[] = [];

  get canUndo(): boolean { return this.done.length > 0; }
  get canRedo(): boolean { return this.undone.length > 0; }

  /** Whether an edit was made before the trace held `seq` records. */
  canUndoAt(seq: number): boolean { return this.done.some((edit) => edit.seq < seq); }

  /** Remembers an edit that is about to be made; false when it would change nothing. */
  record(points: readonly FailurePoint[], action: FailurePointAction, seq: number): boolean {
    const backward = reversed(points, action);
    if (!backward) return false;
    this.done.push({ seq, forward: action, backward });
    this.undone = [];
    return true;
  }

  /** What takes back the latest edit; null when there is none. */
  undo(): FailurePointAction | null {
    const edit = this.done.pop();
    if (!edit) return null;
    this.undone.push(edit);
    return edit.backward;
  }

  redo(): FailurePointAction | null {
    const edit = this.undone.pop();
    if (!edit) return null;
    this.done.push(edit);
    return edit.forward;
  }

  /** The run was forked behind `seq` records: edits made later are not part of it. */
  forkedAt(seq: number): void {
    this.done = this.done.filter((edit) => edit.seq < seq);
    this.undone = [];
  }

  /** The points in force have become the input of a new run. */
  rebase(): void { this.done = this.done.map((edit) => ({ ...edit, seq: 0 })); }

  clear(): void {
    this.done = [];
    this.undone = [];
  }
}
