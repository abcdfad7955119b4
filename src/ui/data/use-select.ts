import { useMemo } from 'react';
import type { Selection } from '#session/state.ts';
import { useSessionStore } from '../session-context.tsx';

/** Selects something for the inspector, the flow and the panels to show. Stable. */
export function useSelect(): (selection: Selection | null) => void {
  const store = useSessionStore();
  return useMemo(() => (selection) => store.getState().select(selection), [store]);
}
