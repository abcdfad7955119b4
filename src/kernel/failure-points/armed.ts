/** The failure points in force: which of them fires for this message, now. Counts how often each was reached. */
import type { Envelope, FailurePoint, FailureTarget, FaultFired, Phase, ProcessId } from '#trace/records.ts';
import type { Random } from '../random.ts';
import type { FailureEffect, FailureKind, Moment } from './kind.ts';
import { failureKind } from './registry.ts';

interface Armed { readonly point: FailurePoint; readonly kind: FailureKind; reached: number }
export interface Strike { readonly fired: FaultFired; readonly effect: FailureEffect }

const occurs = ({ occurrence }: FailurePoint, reached: number): boolean => {
  switch (occurrence.mode) {
    case 'first': return reached === 1;
    case 'nth': return reached === occurrence.n;
    case 'first-n': return reached <= occurrence.n;
    case 'every': return true;
  }
};

export class ArmedFailurePoints {
  private readonly atSteps = new Map<string, Map<Phase, Armed[]>>();
  private readonly atProcesses = new Map<ProcessId, Armed[]>();
  private readonly armed = new Map<string, Armed>();
  /** Chance of its own, so that a failure point shifts no latency. */
  readonly random: Random;
  constructor(random: Random) { this.random = random; }

  get any(): boolean { return this.armed.size > 0; }
  get points(): readonly FailurePoint[] { return [...this.armed.values()].map(({ point }) => point); }

  /** Adds a point, or changes the one with its id; a changed point keeps its count. Unknown kinds never fire. */
  set(point: FailurePoint): void {
    const kind = failureKind(point.kind);
    if (!kind) return;
    this.armed.set(point.id, { point, kind, reached: this.armed.get(point.id)?.reached ?? 0 });
    this.index();
  }

  remove(id: string): void {
    this.armed.delete(id);
    this.index();
  }

  /** What happens at `moment` of a step's message, or in `process`. Empty on the usual path. */
  strikes(moment: Moment, message: Pick<Envelope, 'kind' | 'step' | 'phase'>, process: ProcessId | null): readonly Strike[] {
    if (this.armed.size === 0) return NONE;
    // A step's failure points strike where its command is handled, not where its reply is.
    const { kind, step, phase } = message;
    const here = step === null || phase === null || kind === 'event' || (moment === 'handling' && kind !== 'command') ? undefined : this.atSteps.get(step)?.get(phase);
    const there = process === null ? undefined : this.atProcesses.get(process);
    if (!here && !there) return NONE;
    const strikes: Strike[] = [];
    for (const armed of [...(here ?? []), ...(there ?? [])]) {
      if (armed.kind.moment !== moment) continue;
      armed.reached += 1;
      if (!occurs(armed.point, armed.reached)) continue;
      const { probability } = armed.point;
      if (probability !== undefined && this.random.fraction() >= probability) continue;
      strikes.push({ fired: { point: armed.point.id, kind: armed.kind.id }, effect: armed.kind.effect(armed.point) });
    }
    return strikes;
  }

  /** Partitions that cut messages going this way over the border of `process`, now. */
  cuts(process: ProcessId | null, direction: 'inbound' | 'outbound', now: number): readonly Strike[] {
    if (process === null) return NONE;
    return this.strikes('link', NOWHERE, process).filter(({ effect }) =>
      effect.type === 'partition' && now >= effect.from && now < effect.until && (effect.direction === 'both' || effect.direction === direction));
  }

  private index(): void {
    this.atSteps.clear();
    this.atProcesses.clear();
    for (const armed of this.armed.values()) this.listAt(armed.point.target).push(armed);
  }

  private listAt(target: FailureTarget): Armed[] {
    if ('process' in target) return listIn(this.atProcesses, target.process);
    const phases = this.atSteps.get(target.step) ?? new Map<Phase, Armed[]>();
    this.atSteps.set(target.step, phases);
    return listIn(phases, target.phase);
  }
}

function listIn<Place>(lists: Map<Place, Armed[]>, place: Place): Armed[] {
  const list = lists.get(place) ?? [];
  lists.set(place, list);
  return list;
}

const NONE: readonly Strike[] = [];
const NOWHERE = { kind: 'command', step: null, phase: null } as const;
