import type { FailureKind } from './kind.ts';

/** The compensation fails every time it is tried: the saga ends up in need of a person (D13). */
export const compensationFailure: FailureKind = {
  id: 'compensation-failure',
  attachesTo: ['compensation'],
  onRetriable: false,
  moment: 'handling',
  occurrence: { mode: 'every' },
  params: [],
  effect: () => ({ type: 'verdict', verdict: 'transient', reason: 'compensation-failure' }),
};
