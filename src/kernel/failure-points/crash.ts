import type { FailureKind } from './kind.ts';

const crash = (moment: 'before-commit' | 'after-commit'): FailureKind => ({
  id: `crash-${moment}`,
  attachesTo: ['action', 'compensation', 'service', 'orchestrator', 'projector'],
  onRetriable: true,
  moment: 'handling',
  occurrence: { mode: 'first' },
  params: [{ id: 'restart', unit: 'ms', initial: 500, min: 1, max: 60_000 }],
  effect: (point) => ({ type: 'crash', moment, restart: point.params['restart'] ?? 500 }),
});

/** The process ends with its transaction open: nothing of it is kept. */
export const crashBeforeCommit = crash('before-commit');
/** The process ends after its transaction completed and before it could answer: the effect is there, nobody knows. */
export const crashAfterCommit = crash('after-commit');
