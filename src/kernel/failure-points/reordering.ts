import { valueOf } from './kind.ts';
import type { FailureKind, FailureParameter } from './kind.ts';

const WINDOW: FailureParameter = { id: 'window', unit: 'ms', initial: 1000, min: 1, max: 600_000 };

/** Events overtake each other on their way; the projection waits for the one that is missing (D31). */
export const reordering: FailureKind = {
  id: 'reordering',
  attachesTo: ['service', 'projector'],
  onRetriable: true,
  moment: 'publication',
  occurrence: { mode: 'every' },
  params: [WINDOW],
  effect: (point) => ({ type: 'scatter', window: valueOf(point, WINDOW) }),
};
