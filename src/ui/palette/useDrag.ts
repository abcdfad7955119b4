/** Dragging with mouse, finger or pen by pointer events alone; a press without a move is a click, which arms the kind. */
import { useRef } from 'react';
import type { MouseEvent as ReactMouseEvent, PointerEvent as ReactPointerEvent } from 'react';
import { flushSync } from 'react-dom';
import { failureKind } from '#session/failure-kinds.ts';
import { useSessionStore } from '../session-context.tsx';
import { focusFirstPlace, tellRefused } from './hand.ts';
import { newPoint, placementOf, targetOf } from './placement.ts';
import { usePlacing } from './placing.ts';

/** Pixels that a pointer may tremble and still click. */
const TREMBLE = 5;

export function useDrag(kindId: string) {
  const store = useSessionStore();
  const start = useRef<{ x: number; y: number; dragged: boolean } | null>(null);

  const look = (x: number, y: number): void => {
    const kind = failureKind(kindId);
    const host = document.elementsFromPoint(x, y).map((element) => element.closest('[data-drop]')).find((element) => element !== null);
    const key = host?.getAttribute('data-drop') ?? null;
    usePlacing.setState({ over: key, placement: kind && key !== null ? placementOf(kind, targetOf(key), store.getState().scenario.saga.steps) : null });
  };
  const moveGhost = (x: number, y: number): void => {
    document.documentElement.style.setProperty('--drag-x', `${x}px`);
    document.documentElement.style.setProperty('--drag-y', `${y}px`);
  };
  const finish = (): void => {
    usePlacing.setState({ dragging: null, over: null, placement: null });
  };

  return {
    onPointerDown(event: ReactPointerEvent<HTMLButtonElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      start.current = { x: event.clientX, y: event.clientY, dragged: false };
    },
    onPointerMove(event: ReactPointerEvent<HTMLButtonElement>) {
      const from = start.current;
      if (!from) return;
      if (!from.dragged && Math.hypot(event.clientX - from.x, event.clientY - from.y) < TREMBLE) return;
      if (!from.dragged) {
        from.dragged = true;
        store.getState().arm(null);
        usePlacing.setState({ dragging: kindId });
      }
      moveGhost(event.clientX, event.clientY);
      look(event.clientX, event.clientY);
    },
    onPointerUp(event: ReactPointerEvent<HTMLButtonElement>) {
      if (!start.current?.dragged) return;
      look(event.clientX, event.clientY);
      const { placement } = usePlacing.getState();
      const kind = failureKind(kindId);
      if (kind && placement?.ok) store.getState().addFailurePoint(newPoint(kind, placement.target));
      else if (placement && !placement.ok) tellRefused(store, placement.reason);
      finish();
    },
    onPointerCancel() { start.current = null; finish(); },
    onLostPointerCapture() { if (usePlacing.getState().dragging === kindId) finish(); },
    onClick(event: ReactMouseEvent<HTMLButtonElement>) {
      // A click by keyboard has no count; one that ends a drag places nothing twice.
      const dragged = event.detail > 0 && (start.current?.dragged ?? false);
      start.current = null;
      if (dragged) return;
      const session = store.getState();
      // Drawn at once, so that a key finds the places that offer themselves.
      flushSync(() => {
        session.arm(session.armed === kindId ? null : kindId);
        usePlacing.setState({ sheet: false });
      });
      if (event.detail === 0 && store.getState().armed !== null) focusFirstPlace();
    },
  };
}
