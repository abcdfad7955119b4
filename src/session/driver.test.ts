import { describe, expect, it } from 'vitest';
import type { TraceRecord } from '#trace/records.ts';
import { ManualTicker } from './by-hand.ts';
import { Driver } from './driver.ts';
import type { Driven } from './driver.ts';

const turn = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
const record = (seq: number, at: number): TraceRecord => ({ kind: 'restarted', process: 'orders', seq, at });

/** A run whose deliveries fall due at these times, each leaving one record and taking `cost` ms of wall time. */
function driven(ticker: ManualTicker, times: readonly number[], cost = 0) {
  const trace: TraceRecord[] = [record(0, 0)];
  const state = { busy: false, executed: 0, fails: false };
  const run: Driven = {
    trace,
    nextAt: () => times[state.executed] ?? null,
    busy: () => state.busy,
    async executeNext() {
      await Promise.resolve();
      if (state.fails) throw new Error('the disk is full');
      if (state.executed === times.length) return;
      ticker.pass(cost);
      trace.push(record(trace.length, times[state.executed]!));
      state.executed += 1;
    },
  };
  return { run, state, trace };
}

function rig(times: readonly number[], cost = 0) {
  const ticker = new ManualTicker();
  const { run, state, trace } = driven(ticker, times, cost);
  const driver = new Driver(run, ticker, () => {});
  const frame = async (ms: number): Promise<void> => {
    ticker.frame(ms);
    await turn();
  };
  return { ticker, driver, state, trace, frame };
}

describe('the driver', () => {
  it('executes a delivery when the clock reaches it, and not before', async () => {
    const { driver, state, frame } = rig([100, 101, 300]);
    driver.play();
    await frame(99);
    expect([state.executed, driver.playhead]).toEqual([0, { seq: 1, at: 99 }]);
    await frame(1);
    expect([state.executed, driver.playhead]).toEqual([1, { seq: 2, at: 100 }]);
    await frame(150);
    expect([state.executed, driver.playhead]).toEqual([2, { seq: 3, at: 250 }]);
  });

  it('lets the virtual clock go as many times faster as asked', async () => {
    const { driver, state, frame } = rig([100, 900]);
    driver.speed = 10;
    driver.play();
    await frame(16);
    expect([state.executed, driver.playhead.at]).toEqual([1, 160]);
    driver.speed = 0.5;
    await frame(16);
    expect(driver.playhead.at).toBe(168);
  });

  it('makes the clock wait for deliveries that take longer than a frame has time', async () => {
    const { driver, state, frame } = rig([10, 20, 30, 40], 7);
    driver.play();
    await frame(50);
    expect([state.executed, driver.playhead]).toEqual([2, { seq: 3, at: 20 }]);
    await frame(5);
    expect([state.executed, driver.playhead.at]).toEqual([2, 25]);
  });

  it('does not leap when the page slept', async () => {
    const { driver, frame } = rig([10_000]);
    driver.play();
    await frame(60_000);
    expect(driver.playhead.at).toBe(250);
  });

  it('waits while something else works on the run', async () => {
    const { driver, state, frame } = rig([100, 900]);
    driver.play();
    state.busy = true;
    await frame(200);
    expect(driver.playhead.at).toBe(0);
    state.busy = false;
    await frame(120);
    expect([state.executed, driver.playhead.at]).toEqual([1, 120]);
  });

  it('plays what is recorded first, at the same pace, and then goes on live', async () => {
    const { driver, state, frame } = rig([100, 200, 300, 900]);
    driver.play();
    await frame(220);
    driver.seek(50);
    expect([driver.playing, driver.playhead]).toEqual([false, { seq: 1, at: 50 }]);
    driver.play();
    await frame(60);
    expect([state.executed, driver.playhead]).toEqual([2, { seq: 2, at: 110 }]);
    await frame(200);
    expect([state.executed, driver.playhead]).toEqual([3, { seq: 4, at: 310 }]);
  });

  it('stops at the end and at a failure', async () => {
    const { driver, state, frame, ticker } = rig([10]);
    driver.play();
    await frame(20);
    expect([driver.playing, driver.playhead]).toEqual([false, { seq: 2, at: 10 }]);
    expect(ticker.requested).toBe(false);
    const other = rig([10]);
    other.state.fails = true;
    other.driver.play();
    await other.frame(20);
    expect([other.driver.playing, other.state.executed, state.executed]).toEqual([false, 0, 1]);
  });

  it('pauses between two deliveries of one frame', async () => {
    const { driver, state, ticker } = rig([10, 11, 12]);
    driver.play();
    ticker.frame(100);
    driver.pause();
    await turn();
    expect(state.executed).toBe(1);
    expect(driver.atHead).toBe(true);
  });

  it('seeks no further than the clock has reached', async () => {
    const { driver, frame } = rig([100, 500]);
    driver.play();
    await frame(180);
    driver.seek(9999);
    expect(driver.playhead).toEqual({ seq: 2, at: 180 });
    driver.seek(-5);
    expect(driver.playhead).toEqual({ seq: 1, at: 0 });
  });
});
