import { valueOf } from './kind.ts';
import type { FailureKind, FailureParameter } from './kind.ts';

const MS: FailureParameter = { id: 'ms', unit: 'ms', initial: 800, min: 0, max: 600_000 };

const late = (id: string, moment: 'request' | 'reply'): FailureKind => ({
  id,
  attachesTo: ['action', 'compensation'],
  onRetriable: true,
  moment,
  occurrence: { mode: 'first' },
  params: [MS],
  effect: (point) => ({ type: 'delay', ms: valueOf(point, MS) }),
});

/** The answer takes longer than usual; past the deadline it comes late, when the sender has already moved on. */
export const delay = late('delay', 'reply');
/** The command takes longer than usual; past the deadline its retry overtakes it. */
export const delayRequest = late('delay-request', 'request');
