import { valueOf } from './kind.ts';
import type { FailureKind, FailureParameter } from './kind.ts';

const FROM: FailureParameter = { id: 'from', unit: 'ms', initial: 0, min: 0, max: 3_600_000 };
const UNTIL: FailureParameter = { id: 'until', unit: 'ms', initial: 1500, min: 0, max: 3_600_000 };
/** 0: both ways, 1: nothing gets in, 2: nothing gets out. */
const DIRECTION: FailureParameter = { id: 'direction', unit: 'choice', initial: 0, min: 0, max: 2 };
const DIRECTIONS = ['both', 'inbound', 'outbound'] as const;

/** The network between a service and the others is cut for a time: requests and replies are lost, events wait. */
export const partition: FailureKind = {
  id: 'partition',
  attachesTo: ['service'],
  onRetriable: true,
  moment: 'link',
  occurrence: { mode: 'every' },
  params: [FROM, UNTIL, DIRECTION],
  effect: (point) => ({ type: 'partition', from: valueOf(point, FROM), until: valueOf(point, UNTIL), direction: DIRECTIONS[valueOf(point, DIRECTION)] ?? 'both' }),
};
