/** Run or pause. A run that has come to its end, with the playhead there, begins again; one that waits for a person's decision leads there. */
import type { StoreApi } from 'zustand';
import { sagasAt } from '#views/sagas.ts';
import type { Session } from '#session/state.ts';

export function toggle(store: StoreApi<Session>): void {
  const session = store.getState();
  const { phase, playhead, length, trace } = session;
  if (phase === 'running') session.pause();
  else if (phase === 'ended' && playhead.seq >= length && sagasAt(trace, length).counts.stuck > 0) document.querySelector<HTMLElement>('[data-decision]')?.focus();
  else if (phase === 'ended' && playhead.seq >= length) void session.restart().then(() => store.getState().play());
  else session.play();
}
