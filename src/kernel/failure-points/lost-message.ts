import type { FailureKind } from './kind.ts';

const lost = (id: string, moment: 'request' | 'reply'): FailureKind => ({
  id,
  attachesTo: ['action', 'compensation'],
  onRetriable: true,
  moment,
  occurrence: { mode: 'first' },
  params: [],
  effect: () => ({ type: 'lose' }),
});

/** The command never arrives: nothing was done, and the sender cannot know. */
export const lostRequest = lost('lost-request', 'request');
/** The answer never arrives: it was done, and the sender cannot know. */
export const lostReply = lost('lost-reply', 'reply');
