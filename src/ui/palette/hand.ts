/** The failure in the hand: where the focus goes when a key takes it up and when it is put down; why a place would not take it. */
import type { StoreApi } from 'zustand';
import type { Session } from '#session/state.ts';
import type { Refusal } from './placement.ts';

/** Places that offer themselves; steps before lanes. */
export const PLACES = '[role="group"][data-drop]:has([data-place])';

export function focusFirstPlace(): void {
  (document.querySelector<HTMLElement>(`${PLACES}[data-step]`) ?? document.querySelector<HTMLElement>(PLACES))?.focus();
}

/** Puts it down; the focus goes back to where it was taken from. */
export function putDown(store: StoreApi<Session>): void {
  const session = store.getState();
  const { armed } = session;
  session.arm(null);
  if (armed !== null) document.querySelector<HTMLElement>(`[data-kind="${armed}"]`)?.focus();
}

/** Says why nothing was placed; once, however often it is tried. */
export function tellRefused(store: StoreApi<Session>, reason: Refusal): void {
  const key = `failures.refused.${reason}`;
  const session = store.getState();
  if (session.notices.every((notice) => notice.key !== key)) session.notify({ tone: 'info', key, params: {} });
}
