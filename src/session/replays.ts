/** Replays in slices: the page stays alive, the person can stop one that takes long, and none goes on for ever. */
import { Told } from './reasons.ts';
import type { Slices } from './rebuild.ts';
import type { Ticker } from './ticker.ts';

/** Deliveries of one replay. A run of the presets has about forty for each order. */
export const MOST_REPLAYED = 1_000_000;
/** A replay works for this many ms at a time. */
const SLICE = 16;
/** One that takes longer is shown, with a button that stops it. */
const PATIENCE = 1000;

const nextTurn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

export class Replays {
  /** Deliveries so far of a replay that takes long; null when there is none. */
  shown: number | null = null;
  private stopped = false;
  private readonly ticker: Pick<Ticker, 'now'>;
  private readonly changed: () => void;
  private readonly most: number;
  constructor(ticker: Pick<Ticker, 'now'>, changed: () => void, most = MOST_REPLAYED) {
    this.ticker = ticker;
    this.changed = changed;
    this.most = most;
  }

  /** The person does not want to wait any longer. */
  stop(): void { this.stopped = true; }

  /** @throws Told when a run of so many records is too long to be replayed. */
  check(records: number): void { if (records > this.most) throw new Told('replay-too-long', { most: this.most / 1_000_000 }); }

  /** Carries out one replay in slices. @throws Told when it was stopped or is too long; what `work` throws. */
  async carryOut<T>(work: (slices: Slices) => Promise<T>): Promise<T> {
    const startedAt = this.ticker.now();
    let sliceAt = startedAt;
    this.stopped = false;
    const turn: Slices['turn'] = (delivered) => {
      this.check(delivered);
      const now = this.ticker.now();
      if (now - sliceAt < SLICE) return null;
      return nextTurn().then(() => {
        sliceAt = this.ticker.now();
        if (this.stopped) throw new Told('replay-cancelled');
        if (now - startedAt < PATIENCE) return;
        this.shown = delivered;
        this.changed();
      });
    };
    try {
      return await work({ turn });
    } finally {
      if (this.shown !== null) {
        this.shown = null;
        this.changed();
      }
    }
  }
}
