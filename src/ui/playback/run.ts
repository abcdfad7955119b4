/** Run or pause. A run that has come to its end, with the playhead there, begins again. */
import type { StoreApi } from 'zustand';
import type { Session } from '#session/state.ts';

export function toggle(store: StoreApi<Session>): void {
  const session = store.getState();
  const { phase, playhead, length } = session;
  if (phase === 'running') session.pause();
  else if (phase === 'ended' && playhead.seq >= length) void session.restart().then(() => store.getState().play());
  else session.play();
}
