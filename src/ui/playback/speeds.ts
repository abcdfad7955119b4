import { remembered } from '../kit/preferences.ts';

/** The notches of the speed slider: virtual milliseconds per wall-clock millisecond. */
export const SPEEDS: readonly number[] = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 25, 100];

/** The speed that was chosen last in this browser; null when none was. */
export function rememberedSpeed(): number | null {
  const kept = Number(remembered('speed') ?? Number.NaN);
  return SPEEDS.includes(kept) ? kept : null;
}

/** The notch nearest to a speed, by ratio. */
export function notchOf(speed: number): number {
  let best = 0;
  for (const [index, candidate] of SPEEDS.entries()) {
    if (Math.abs(Math.log(candidate / speed)) < Math.abs(Math.log(SPEEDS[best]! / speed))) best = index;
  }
  return best;
}

/** The end of the timeline: the recorded end, rounded up while the run goes on, so that the line does not grow at every record. */
export function timelineEnd(head: number, ended: boolean): number {
  if (ended) return Math.max(1, head);
  const unit = head < 4000 ? 500 : head < 20_000 ? 2000 : 10_000;
  return Math.max(2000, Math.ceil((head * 1.1 + 1) / unit) * unit);
}
