import type { FailureKind } from './kind.ts';

/** The same command arrives more than once. */
export const duplicateDelivery: FailureKind = {
  id: 'duplicate-delivery',
  attachesTo: ['action', 'compensation'],
  onRetriable: true,
  moment: 'request',
  occurrence: { mode: 'first' },
  params: [
    { id: 'copies', unit: 'count', initial: 1, min: 1, max: 10 },
    { id: 'delay', unit: 'ms', initial: 150, min: 0, max: 600_000 },
  ],
  effect: (point) => ({ type: 'copy', copies: point.params['copies'] ?? 1, delay: point.params['delay'] ?? 150 }),
};
