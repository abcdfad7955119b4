/** What the failure points that strike ask of one handling, put together. */
import type { FaultFired } from '#trace/records.ts';
import type { Directive } from '../participant.ts';
import type { Strike } from './armed.ts';

export interface Order {
  readonly directive: Directive;
  readonly fired: readonly FaultFired[];
  /** Milliseconds until a crashed process comes back. */
  readonly restart: number;
  /** Everything dies with this handling. */
  readonly blackout: boolean;
}

const PROCEED: Directive = { verdict: 'proceed', reason: null, crash: null, abort: null };
export const UNHARMED: Order = { directive: PROCEED, fired: [], restart: 0, blackout: false };

/** The first verdict, crash and abort count; a crash is graver than an abort, and power loss than a crash. */
export function orderOf(strikes: readonly Strike[]): Order {
  if (strikes.length === 0) return UNHARMED;
  let { verdict, reason, crash, abort } = PROCEED;
  let restart = 0;
  let blackout = false;
  for (const { effect } of strikes) {
    if (effect.type === 'verdict' && verdict === 'proceed') ({ verdict, reason } = effect);
    if (effect.type === 'abort') abort ??= effect.why;
    if (effect.type === 'blackout') blackout = true;
    if (effect.type === 'crash' && crash === null) { crash = effect.moment; ({ restart } = effect); }
  }
  if (blackout) crash = 'before-commit';
  if (crash !== null) abort = null;
  return { directive: { verdict, reason, crash, abort }, fired: strikes.map(({ fired }) => fired), restart, blackout };
}
