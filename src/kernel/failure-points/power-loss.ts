import type { FailureKind } from './kind.ts';

/** The power goes while this is handled: every process ends at once, every message under way is gone (D46). */
export const powerLoss: FailureKind = {
  id: 'power-loss',
  attachesTo: ['action', 'compensation', 'service', 'orchestrator', 'projector'],
  onRetriable: true,
  moment: 'handling',
  occurrence: { mode: 'first' },
  params: [],
  effect: () => ({ type: 'blackout' }),
};
