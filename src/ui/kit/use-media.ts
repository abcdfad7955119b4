import { useSyncExternalStore } from 'react';

/** Whether a media query holds; renders again when that changes. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Fingers, no keys. */
export const TOUCH = '(pointer: coarse)';
export const PHONE = '(max-width: 640px)';
export const WIDE = '(min-width: 1280px)';
