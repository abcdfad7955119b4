/** While a failure is in the hand, every place that may take it offers itself. */
import { MapPin } from 'lucide-react';
import { failureKind } from '#session/failure-kinds.ts';
import type { FailureTarget } from '#trace/records.ts';
import { useMessages } from '../kit/locale.tsx';
import { useSession, useSessionStore } from '../session-context.tsx';
import { tellRefused } from './hand.ts';
import { newPoint, placementOf, sameTarget } from './placement.ts';
import styles from './PlaceHere.module.css';
import { usePlacing } from './placing.ts';
import { useFailureWords } from './words.ts';

/** How a place looks at the moment: `valid` and `invalid` while something is dragged or in the hand. */
export function useDropState(target: FailureTarget, key: string): { readonly state: 'valid' | 'invalid' | null; readonly over: boolean } {
  const armed = useSession((session) => session.armed);
  const steps = useSession((session) => session.scenario.saga.steps);
  const dragging = usePlacing((state) => state.dragging);
  const over = usePlacing((state) => state.over === key);
  const kind = failureKind(dragging ?? armed ?? '');
  return { state: kind ? (placementOf(kind, target, steps).ok ? 'valid' : 'invalid') : null, over };
}

/** Puts the failure in the hand onto the target, or says why it may not sit there; false when there is none. */
export function usePlace(target: FailureTarget): () => boolean {
  const armed = useSession((session) => session.armed);
  const steps = useSession((session) => session.scenario.saga.steps);
  const store = useSessionStore();
  return () => {
    const kind = failureKind(armed ?? '');
    const placement = kind && placementOf(kind, target, steps);
    if (!kind || !placement) return false;
    const session = store.getState();
    if (placement.ok) {
      session.addFailurePoint(newPoint(kind, placement.target));
      session.arm(null);
    } else tellRefused(store, placement.reason);
    return true;
  };
}

export function PlaceHere({ target }: { target: FailureTarget }) {
  const { flow } = useMessages();
  const words = useFailureWords();
  const armed = useSession((session) => session.armed);
  const steps = useSession((session) => session.scenario.saga.steps);
  const place = usePlace(target);
  const kind = failureKind(armed ?? '');
  const placement = kind && placementOf(kind, target, steps);
  // Where it would go somewhere else (a compensation, from its action), that place offers itself.
  if (!kind || !placement?.ok || !sameTarget(placement.target, target)) return null;
  return (
    <button
      type="button" data-place className={`${styles.here} nopan`} aria-label={flow.placeOn({ failure: words.name(kind.id), target: words.target(target) })}
      onClick={(event) => { event.stopPropagation(); place(); }}
    >
      <MapPin aria-hidden />
      {flow.placeHere}
    </button>
  );
}
