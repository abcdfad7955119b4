/** Run or pause; a run whose databases are being opened begins when they are. A run that has come to its end, with the playhead there, begins again; one that waits for a person's decision leads there. */
import type { StoreApi } from 'zustand';
import { outcomeAt } from '#views/outcome.ts';
import { sagasAt } from '#views/sagas.ts';
import type { Session } from '#session/state.ts';

export function toggle(store: StoreApi<Session>): void {
  const session = store.getState();
  const { phase, playing, playhead, length, trace } = session;
  // An edit of the failure points wakes a run that has ended, but nothing is left in it that they could strike.
  const over = playhead.seq >= length && (phase === 'ended' || (phase === 'paused' && outcomeAt(trace, length).ended));
  if (playing) session.pause();
  else if (over && sagasAt(trace, length).counts.stuck > 0) document.querySelector<HTMLElement>('[data-decision]')?.focus();
  else if (over) void session.restart().then(() => store.getState().play());
  else session.play();
}
