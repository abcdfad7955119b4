/** How a message under way looks: its kind as a shape, its content as a colour, its loss as a cross. */
import type { Envelope, ReplyResult } from '#trace/records.ts';

export type TokenLook = 'command' | 'compensation' | 'reply-ok' | 'reply-no' | 'event';

export function lookOf({ kind, phase, data }: Pick<Envelope, 'kind' | 'phase' | 'data'>): TokenLook {
  if (kind === 'event') return 'event';
  if (kind === 'command') return phase === 'compensation' ? 'compensation' : 'command';
  const result = typeof data === 'object' && data !== null && 'result' in data ? (data['result'] as ReplyResult) : 'ok';
  return result === 'ok' ? 'reply-ok' : 'reply-no';
}

/** A lost message goes half its way and fades there. */
export const shownProgress = (progress: number, lost: boolean): { readonly along: number; readonly opacity: number } =>
  lost ? { along: Math.min(0.5, progress), opacity: progress <= 0.5 ? 1 : Math.max(0, 1 - (progress - 0.5) * 2) } : { along: progress, opacity: 1 };

export const TOKEN_COLOURS: { readonly [look in TokenLook]: string } = {
  command: 'var(--state-running)', compensation: 'var(--state-back)', 'reply-ok': 'var(--state-good)', 'reply-no': 'var(--state-bad)', event: 'var(--ink-soft)',
};
