/** A session without a browser: the clock is turned by hand, the processes live in this thread. For tests and measurements. */
import type { StoreApi } from 'zustand/vanilla';
import { order } from '#scenarios/presets/order.ts';
import { memoryHosts } from './hosts/local-hosts.ts';
import type { HostMaker } from './hosts/process-host.ts';
import type { Library } from './library.ts';
import type { Opening, TabMemory } from './saved-run.ts';
import { soleTab } from './run-locks.ts';
import type { SessionDependencies } from './session-core.ts';
import type { Session } from './state.ts';
import type { Ticker } from './ticker.ts';

/** Frames happen when the test says so. */
export class ManualTicker implements Ticker {
  private time = 0;
  private callback: (() => void) | null = null;
  /** Called whenever a frame is asked for; lets a test run frames without end. */
  onRequest: (() => void) | null = null;

  now(): number { return this.time; }
  nextFrame(callback: () => void): () => void {
    this.callback = callback;
    this.onRequest?.();
    return () => { if (this.callback === callback) this.callback = null; };
  }

  get requested(): boolean { return this.callback !== null; }
  /** Wall time passes, without a frame. */
  pass(ms: number): void { this.time += ms; }
  /** Wall time passes and the frame that was asked for happens. */
  frame(ms: number): void {
    this.time += ms;
    const { callback } = this;
    this.callback = null;
    callback?.();
  }
}

export interface ByHand {
  readonly hosts?: HostMaker;
  readonly library?: Library | null;
  readonly tab?: TabMemory;
  readonly opening?: Partial<Opening>;
}

/** Names runs `run-1`, `run-2`, ... over all sessions made with it. */
export function tabOf(): { readonly tab: TabMemory; readonly newRunName: () => string } {
  let run: string | null = null;
  let count = 0;
  return { tab: { get: () => run, set: (name) => { run = name; } }, newRunName: () => `run-${(count += 1)}` };
}

export function dependenciesByHand(ticker: ManualTicker, { hosts = memoryHosts(), library = null, opening = {} }: ByHand, { tab, newRunName } = tabOf()): SessionDependencies {
  let clock = 0;
  return {
    opening: { scenario: order, seed: 7, failurePoints: [], explicit: false, autoplay: false, ...opening },
    ticker, hosts, library, tab, newRunName,
    fallback: memoryHosts(),
    locks: soleTab(),
    wallClock: () => (clock += 1),
  };
}

/** Resolves as soon as the session's state satisfies the condition. */
export function until(session: StoreApi<Session>, condition: (state: Session) => boolean): Promise<Session> {
  return new Promise((resolve) => {
    const look = (): boolean => {
      const state = session.getState();
      if (!condition(state)) return false;
      resolve(state);
      return true;
    };
    if (look()) return;
    const stop = session.subscribe(() => { if (look()) stop(); });
  });
}

/** A turn of the event loop. */
export const turn = (): Promise<void> => new Promise((resolve) => { setTimeout(resolve); });

/** Frames without end, each as soon as the event loop comes round. */
export async function playToEnd(session: StoreApi<Session>, ticker: ManualTicker): Promise<Session> {
  ticker.onRequest = () => { setTimeout(() => ticker.frame(200)); };
  const actions = session.getState();
  actions.setSpeed(10);
  actions.pause();
  actions.play();
  const ended = await until(session, ({ phase }) => phase === 'ended');
  ticker.onRequest = null;
  return ended;
}
