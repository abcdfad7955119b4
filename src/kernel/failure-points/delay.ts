import type { FailureKind } from './kind.ts';

/** The answer takes longer than usual; past the deadline it comes late, when the sender has already moved on. */
export const delay: FailureKind = {
  id: 'delay',
  attachesTo: ['action', 'compensation'],
  onRetriable: true,
  moment: 'reply',
  occurrence: { mode: 'first' },
  params: [{ id: 'ms', unit: 'ms', initial: 800, min: 0, max: 600_000 }],
  effect: (point) => ({ type: 'delay', ms: point.params['ms'] ?? 800 }),
};
