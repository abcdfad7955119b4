/** The app itself with some 200 messages moving, as it runs: sagas arrive and are committed to their databases meanwhile. */
import type { Browser } from '@playwright/test';
import { compileScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { formatLink } from '#session/link.ts';
import { runLocally } from '#explorer/local-run.ts';
import type { Envelope } from '#trace/records.ts';
import { newPage } from '../browser.ts';
import type { Served } from '../browser.ts';

/** Slow messages and an order every 40 ms: after 8 s of virtual time about 200 of them are on their way at any moment. */
const SCENARIO: ScenarioDocument = {
  ...order,
  network: { latency: 5000, jitter: 0 },
  saga: { ...order.saga, timeout: 60_000 },
  workload: { ...order.workload, count: 400, interval: 40 },
};
const SEED = 7;
/** Virtual milliseconds between which frames are counted; at a speed of 1 that many real ones. */
const WINDOW = { from: 8000, to: 11_000 } as const;

export interface Moving { readonly p50: number; readonly p95: number; readonly frames: number }

/** How many messages are under way on average in the window, from the same run in process. */
export function messagesUnderWay(): number {
  const { world } = runLocally(compileScenario(SCENARIO), SEED);
  const overlap = ({ sentAt, arrivesAt }: Envelope): number => Math.max(0, Math.min(arrivesAt, WINDOW.to) - Math.max(sentAt, WINDOW.from));
  let time = 0;
  for (const record of world.trace) {
    if (record.kind === 'transition') for (const message of record.sends) if (message.kind !== 'timer') time += overlap(message);
  }
  return time / (WINDOW.to - WINDOW.from);
}

export async function measureMoving(browser: Browser, { url }: Served): Promise<Moving> {
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1366, height: 768 } });
  try {
    const page = await newPage(context);
    await page.goto(url + (await formatLink({ scenario: SCENARIO, seed: SEED, run: true })));
    const slider = page.getByRole('toolbar', { name: 'Playback' }).getByRole('slider', { name: 'Timeline' });
    await slider.waitFor({ timeout: 20_000 });
    const times = await slider.evaluate((line, { from, to }) => new Promise<readonly number[]>((resolve) => {
      const seen: number[] = [];
      requestAnimationFrame(function frame(now) {
        const at = Number((line as HTMLInputElement).value);
        if (at >= from) seen.push(now);
        if (at >= to || now > 60_000) resolve(seen);
        else requestAnimationFrame(frame);
      });
    }), WINDOW);
    const between = times.slice(1).map((time, index) => time - times[index]!).toSorted((a, b) => a - b);
    if (between.length < 30) throw new Error(`only ${between.length} frames between ${WINDOW.from} and ${WINDOW.to} ms of the run`);
    const atRank = (rank: number): number => between[Math.floor(rank * (between.length - 1))]!;
    return { p50: atRank(0.5), p95: atRank(0.95), frames: between.length };
  } finally {
    await context.close();
  }
}
