/** What a failure kind is. One file per kind in this folder, gathered in registry.ts; adding one is adding one file. */
import type { FailurePoint } from '#trace/records.ts';

/** Where a kind acts in a message's life, and what it does there. */
export type FailureEffect =
  | { readonly type: 'lose' }
  | { readonly type: 'delay'; readonly ms: number }
  | { readonly type: 'copy'; readonly copies: number; readonly delay: number }
  | { readonly type: 'verdict'; readonly verdict: 'reject' | 'transient'; readonly reason: string }
  | { readonly type: 'crash'; readonly moment: 'before-commit' | 'after-commit'; readonly restart: number };

export interface FailureParameter { readonly id: string; readonly unit: 'ms' | 'count'; readonly initial: number; readonly min: number; readonly max: number }

export interface FailureKind {
  /** As in links and on the command line, e.g. `lost-reply`. */
  readonly id: string;
  /** `action` / `compensation` of a step; `process`: a service, the orchestrator or the projector. */
  readonly attachesTo: readonly ('action' | 'compensation' | 'process')[];
  /** False where a retriable step cannot have it (D12). */
  readonly onRetriable: boolean;
  readonly moment: 'request' | 'handling' | 'reply';
  /** What a new point gets. */
  readonly occurrence: FailurePoint['occurrence'];
  readonly params: readonly FailureParameter[];
  effect(point: FailurePoint): FailureEffect;
}
