export const stuck = {
  title: (p: { saga: string }) => `${p.saga} is stuck`,
  what: (p: { step: string; attempts: string; all: string }) => `“${p.step}” failed after ${p.attempts} attempts${p.all && ` (${p.all} in all)`}. The saga cannot go on by itself: a person decides.`,
  reason: 'Reason',
  reasonHint: 'For the saga log: who decided, and why',
  reasonMissing: 'Say why: it goes into the saga log.',
  retry: 'Retry', retryHint: 'A new round of attempts with the same key',
  skip: 'Skip', skipHint: 'Leave this compensation undone and go on with the rest',
  resolve: 'Mark resolved', resolveHint: 'It was put right by hand; go on with the rest',
  past: 'Go to the latest moment to decide.',
};
