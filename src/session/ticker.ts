/** The wall clock, and when to look at it again. A dependency, so that tests turn it by hand. */
export interface Ticker {
  /** Milliseconds since any fixed moment. */
  now(): number;
  /** Calls back once, at the next frame. Returns what cancels it. */
  nextFrame(callback: () => void): () => void;
}

/** The browser's frames; a page in the background gets a timer instead, as it has no frames. */
export const browserTicker: Ticker = {
  now: () => performance.now(),
  nextFrame(callback) {
    let over = false;
    const once = (): void => {
      if (over) return;
      cancel();
      callback();
    };
    const frame = requestAnimationFrame(once);
    const timer = setTimeout(once, 250);
    const cancel = (): void => {
      over = true;
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
    return cancel;
  },
};
