/** What is being dragged, and which failure point is being edited: passing states of the screen, not of the run. */
import { create } from 'zustand';
import type { Placement } from './placement.ts';

interface Placing {
  /** A kind that follows the pointer. */
  readonly dragging: string | null;
  /** What the pointer is over (`data-drop`), and whether the kind may sit there. */
  readonly over: string | null;
  readonly placement: Placement | null;
  /** Id of the failure point whose editor is open. */
  readonly editing: string | null;
  /** On small screens the palette is a sheet. */
  readonly sheet: boolean;
}

export const usePlacing = create<Placing>(() => ({ dragging: null, over: null, placement: null, editing: null, sheet: false }));
