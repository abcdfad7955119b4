/** What a failure kind is. One file per kind in this folder, gathered in registry.ts; adding one is adding one file. */
import type { FailurePoint, ProcessId } from '#trace/records.ts';
import type { Directive } from '../participant.ts';

/** Where a kind acts in a message's life, and what it does there. */
export type FailureEffect =
  | { readonly type: 'lose' }
  | { readonly type: 'delay'; readonly ms: number }
  /** Late by 0..window ms, drawn from the seed: what was sent later may arrive sooner. */
  | { readonly type: 'scatter'; readonly window: number }
  | { readonly type: 'copy'; readonly copies: number; readonly delay: number }
  | { readonly type: 'verdict'; readonly verdict: 'reject' | 'transient' | 'poison'; readonly reason: string }
  | { readonly type: 'crash'; readonly moment: 'before-commit' | 'after-commit'; readonly restart: number }
  | { readonly type: 'abort'; readonly why: NonNullable<Directive['abort']> }
  | { readonly type: 'blackout' }
  /** Messages on the link between `from` and `until` (virtual ms) do not get through. */
  | { readonly type: 'partition'; readonly from: number; readonly until: number; readonly direction: 'both' | 'inbound' | 'outbound' };

export interface FailureParameter { readonly id: string; readonly unit: 'ms' | 'count' | 'choice'; readonly initial: number; readonly min: number; readonly max: number }

export type Place = 'action' | 'compensation' | 'service' | 'orchestrator' | 'projector';

/**
 * When a kind is asked: a command or a reply is sent, an event is published, a command (or, in a process, any message) is handled, the
 * relay marks what it has published, a message crosses the border of a process.
 */
export type Moment = 'request' | 'reply' | 'publication' | 'handling' | 'marking' | 'link';

export interface FailureKind {
  /** As in links and on the command line, e.g. `lost-reply`. */
  readonly id: string;
  readonly attachesTo: readonly Place[];
  /** False where a retriable step cannot have it (D12). */
  readonly onRetriable: boolean;
  readonly moment: Moment;
  /** What a new point gets. */
  readonly occurrence: FailurePoint['occurrence'];
  readonly params: readonly FailureParameter[];
  effect(point: FailurePoint): FailureEffect;
}

/** A process as a place: which kind of process it is. */
export const placeOf = (process: ProcessId): Place => (process === 'orchestrator' || process === 'projector' ? process : 'service');

/** A parameter's value: the point's own, else what a new point gets. */
export const valueOf = (point: FailurePoint, { id, initial }: FailureParameter): number => point.params[id] ?? initial;
