import type { FailureKind } from './kind.ts';

/** The service says no for a reason of the business: a definite failure, never retried. */
export const businessRejection: FailureKind = {
  id: 'business-rejection',
  attachesTo: ['action'],
  onRetriable: false,
  moment: 'handling',
  occurrence: { mode: 'first' },
  params: [],
  effect: () => ({ type: 'verdict', verdict: 'reject', reason: 'business-rejection' }),
};
