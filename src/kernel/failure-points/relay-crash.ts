import { valueOf } from './kind.ts';
import type { FailureKind, FailureParameter } from './kind.ts';

const RESTART: FailureParameter = { id: 'restart', unit: 'ms', initial: 500, min: 1, max: 60_000 };

/** The relay dies after it has published and before it has marked what it published: a duplicate, never a loss (D29). */
export const relayCrash: FailureKind = {
  id: 'relay-crash',
  attachesTo: ['service'],
  onRetriable: true,
  moment: 'marking',
  occurrence: { mode: 'first' },
  params: [RESTART],
  effect: (point) => ({ type: 'crash', moment: 'before-commit', restart: valueOf(point, RESTART) }),
};
