import { valueOf } from './kind.ts';
import type { FailureKind, FailureParameter, Moment, Place } from './kind.ts';

const COPIES: FailureParameter = { id: 'copies', unit: 'count', initial: 1, min: 1, max: 10 };
const DELAY: FailureParameter = { id: 'delay', unit: 'ms', initial: 150, min: 0, max: 600_000 };

const twice = (id: string, moment: Moment, attachesTo: readonly Place[]): FailureKind => ({
  id,
  attachesTo,
  onRetriable: true,
  moment,
  occurrence: { mode: 'first' },
  params: [COPIES, DELAY],
  effect: (point) => ({ type: 'copy', copies: valueOf(point, COPIES), delay: valueOf(point, DELAY) }),
});

/** The same command arrives more than once. */
export const duplicateDelivery = twice('duplicate-delivery', 'request', ['action', 'compensation']);
/** The same reply arrives more than once. */
export const duplicateReply = twice('duplicate-reply', 'reply', ['action', 'compensation']);
/** The same event is published more than once. */
export const duplicateEvent = twice('duplicate-event', 'publication', ['service']);
