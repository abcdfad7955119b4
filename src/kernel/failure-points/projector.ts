import { valueOf } from './kind.ts';
import type { FailureKind, FailureParameter } from './kind.ts';

const MS: FailureParameter = { id: 'ms', unit: 'ms', initial: 1500, min: 0, max: 600_000 };

/** Every event takes longer to reach the read side: what one reads there is older. */
export const projectorLag: FailureKind = {
  id: 'projector-lag',
  attachesTo: ['projector'],
  onRetriable: true,
  moment: 'publication',
  occurrence: { mode: 'every' },
  params: [MS],
  effect: (point) => ({ type: 'delay', ms: valueOf(point, MS) }),
};

/** An event that a projection cannot take: it goes to the dead letters, the others go on. */
export const poisonEvent: FailureKind = {
  id: 'poison-event',
  attachesTo: ['projector'],
  onRetriable: true,
  moment: 'handling',
  occurrence: { mode: 'first' },
  params: [],
  effect: () => ({ type: 'verdict', verdict: 'poison', reason: 'poison-event' }),
};
