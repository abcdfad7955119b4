import type { FailureKind } from './kind.ts';

/** The service fails for the moment (busy, deadlock, 503): nothing was done, another attempt may succeed. */
export const transientError: FailureKind = {
  id: 'transient-error',
  attachesTo: ['action', 'compensation'],
  onRetriable: true,
  moment: 'handling',
  occurrence: { mode: 'first' },
  params: [],
  effect: () => ({ type: 'verdict', verdict: 'transient', reason: 'transient-error' }),
};
