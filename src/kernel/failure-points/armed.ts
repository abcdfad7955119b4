/** The failure points in force: which of them fires for this message, now. Counts how often each was reached. */
import type { Envelope, FailurePoint, FaultFired, ProcessId } from '#trace/records.ts';
import type { Random } from '../random.ts';
import type { FailureEffect, FailureKind } from './kind.ts';
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
  private readonly byPlace = new Map<string, Armed[]>();
  private readonly armed = new Map<string, Armed>();
  private readonly random: Random;
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

  /** What happens at `moment` of a step's message (and, when it is handled, in `process`). Empty on the usual path. */
  strikes(moment: FailureKind['moment'], message: Envelope, process: ProcessId | null): readonly Strike[] {
    if (this.armed.size === 0) return NONE;
    // A step's failure points strike where its command is handled, not where its reply is.
    const here = message.step === null || (moment === 'handling' && message.kind !== 'command') ? [] : (this.byPlace.get(`${message.step}/${message.phase}`) ?? []);
    const there = process === null ? [] : (this.byPlace.get(`:${process}`) ?? []);
    const strikes: Strike[] = [];
    for (const armed of [...here, ...there]) {
      if (armed.kind.moment !== moment) continue;
      armed.reached += 1;
      if (!occurs(armed.point, armed.reached)) continue;
      const { probability } = armed.point;
      if (probability !== undefined && this.random.fraction() >= probability) continue;
      strikes.push({ fired: { point: armed.point.id, kind: armed.kind.id }, effect: armed.kind.effect(armed.point, message) });
    }
    return strikes;
  }

  private index(): void {
    this.byPlace.clear();
    for (const armed of this.armed.values()) {
      const { target } = armed.point;
      const place = 'step' in target ? `${target.step}/${target.phase}` : `:${target.process}`;
      const list = this.byPlace.get(place);
      if (list) list.push(armed);
      else this.byPlace.set(place, [armed]);
    }
  }
}
const NONE: readonly Strike[] = [];
