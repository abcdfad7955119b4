/** The runs that were left, kept in memory to be looked at: read-only, each with a playhead of its own. The run at hand is not touched by it. */
import { Driver } from './driver.ts';
import type { LiveRun } from './live-run.ts';
import type { Branch } from './state.ts';
import type { Ticker } from './ticker.ts';

/** A trace can take some megabytes: older branches than these are given up. */
export const MOST_BRANCHES = 5;

export class Branches {
  list: readonly Branch[] = [];
  /** The one that is looked at. */
  viewed: { readonly branch: Branch; readonly driver: Driver } | null = null;
  private made = 0;
  private readonly ticker: Ticker;
  private readonly changed: () => void;
  constructor(ticker: Ticker, changed: () => void) {
    this.ticker = ticker;
    this.changed = changed;
  }

  /** Keeps a run that is being left; gives its label. */
  keep({ name, scenario, seed, failurePoints, trace, hash }: LiveRun, forkedAt: number | null): string {
    const label = labelOf(this.made);
    this.made += 1;
    this.list = [...this.list, { id: name, label, scenario, seed, failurePoints, trace, hash, forkedAt }].slice(-MOST_BRANCHES);
    return label;
  }

  /** Looks at a branch, at its end; null: at the run at hand again. False when there is no such branch. */
  look(id: string | null, speed = 1): boolean {
    const branch = this.list.find((each) => each.id === id);
    if (id !== null && !branch) return false;
    this.viewed?.driver.pause();
    this.viewed = branch ? { branch, driver: new Driver(played(branch), this.ticker, this.changed) } : null;
    if (this.viewed) this.viewed.driver.speed = speed;
    this.changed();
    return true;
  }
}

/** What is recorded, and nothing after it. */
const played = ({ trace }: Branch) => ({ trace, nextAt: () => null, busy: () => false, executeNext: () => Promise.resolve() });

/** A, B, ..., Z, AA, ... */
const labelOf = (index: number): string => (index >= 26 ? labelOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));
