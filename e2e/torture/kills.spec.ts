/**
 * Kills the page and the browser at random moments, over and over, and looks at what is on the disk (D46). `npm run torture -- 200`.
 * An acknowledgement counts as soon as the page hears of it from a worker; the judge is a replay in this process.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../../scripts/serve.mjs';
import { judge, statusesOf, undisturbed } from './oracle.ts';
import { DEATHS, Victim } from './victim.ts';
import type { Death } from './victim.ts';

const KILLS = Number(process.env['TORTURE_KILLS'] ?? 25);
/** Unless a number is asked for, a slow machine makes as many kills as fit in here. */
const LONGEST = process.env['TORTURE_KILLS'] === undefined ? 100_000 : Number.POSITIVE_INFINITY;
const SEED = Number(process.env['TORTURE_SEED'] ?? 1);
/** One run is killed at most so often; then it is let to its end. */
const LIVES = 4;
const FAULTS = ['', 'process-payment:business-rejection:every', 'create-order:business-rejection:every', 'process-payment:lost-reply', 'process-payment:crash-after-commit', 'reserve-inventory:transient-error'];

/** Mulberry32: the same kills for the same seed, as far as the clock lets them. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Toll { kills: number; acknowledged: number; readonly wrong: string[]; scenes: number }

/** Scenes until so many kills were made, or something was wrong. */
async function torture(victim: Victim, kills: number, dice: (below: number) => number, deaths: readonly Death[]): Promise<Toll> {
  const toll: Toll = { kills: 0, acknowledged: 0, wrong: [], scenes: 0 };
  const startedAt = Date.now();
  while (toll.kills < kills && toll.wrong.length === 0 && Date.now() - startedAt < LONGEST) {
    const fault = FAULTS[dice(FAULTS.length)]!;
    const scene = `scenario=order&seed=${1 + dice(1000)}&orders=${1 + dice(3)}&interval=${dice(300)}${fault === '' ? '' : `&fault=${fault}`}`;
    toll.scenes += 1;
    for (let life = 0; life < LIVES && toll.kills < kills && toll.wrong.length === 0; life += 1) {
      const page = await victim.open(scene);
      const before = victim.acknowledged.length;
      const death = deaths[dice(deaths.length)]!;
      const enough = 1 + dice(25);
      const moment = new Promise<void>((resolve) => {
        victim.onAcknowledged = () => { if (victim.acknowledged.length - before >= enough) resolve(); };
        setTimeout(resolve, 200 + dice(1200));
      });
      const going = go(page).catch(() => { /* it was killed before it was under way */ });
      await moment;
      await victim.kill(page, death);
      await going;
      toll.kills += 1;
      const wrong = (await victim.disk()).flatMap((found) => judge(found, victim.acknowledged));
      toll.wrong.push(...wrong.map((what) => `kill ${toll.kills} (${death}, life ${life}) of ${scene}: ${what}`));
    }
    if (toll.wrong.length === 0) toll.wrong.push(...(await finish(victim, scene)).map((what) => `end of ${scene}: ${what}`));
  }
  toll.acknowledged = victim.acknowledged.reduce((sum, { commits }) => sum + commits.length, 0);
  return toll;
}

/** At full speed. */
async function go(page: Awaited<ReturnType<Victim['open']>>): Promise<void> {
  await page.getByRole('slider', { name: 'Speed' }).press('End');
  await page.getByRole('toolbar', { name: 'Playback' }).getByRole('button', { name: 'Run', exact: true }).click({ timeout: 3000 });
}

/**
 * The last run of the scene goes on to its end: the sagas end as they would have without us. Counted, not one by one: which of two sagas
 * gets the last of somebody's money depends on who comes first, and a power loss may change that.
 */
async function finish(victim: Victim, scene: string): Promise<readonly string[]> {
  const page = await victim.open(scene);
  const failed = page.getByRole('alert').filter({ hasText: /could not be continued/ });
  if (!(await page.locator('[data-ended="true"]').isVisible())) await go(page);
  await page.locator('[data-ended="true"]').waitFor({ timeout: 30_000 });
  if (await failed.isVisible()) return [await failed.innerText()];
  const name = await page.evaluate(() => sessionStorage.getItem('sagascope-run'));
  await page.close();
  const found = (await victim.disk()).find(({ run }) => run === name);
  if (!found) return ['its run is not in the library'];
  const counted = (statuses: Readonly<Record<string, unknown>>): string => Object.values(statuses).map(String).toSorted((a, b) => a.localeCompare(b)).join(', ');
  const [ended, expected] = [counted(statusesOf(found.databases['orchestrator']!)), counted(undisturbed(found.scenario, found.seed))];
  return [...judge(found, victim.acknowledged), ...(ended === expected ? [] : [`ended as ${ended}, undisturbed as ${expected}`])];
}

test('killed at random moments, nothing acknowledged is lost, nothing is torn, and every saga ends as it would have (D46)', async () => {
  test.setTimeout(200_000 + KILLS * 8000);
  const { baseURL, launchOptions } = test.info().project.use;
  const victim = new Victim(baseURL!, launchOptions!);
  try {
    const toll = await torture(victim, KILLS, random(SEED), DEATHS);
    console.log(`${toll.kills} kills in ${toll.scenes} scenes, ${toll.acknowledged} acknowledged commits, ${toll.wrong.length} wrong`);
    expect(toll.wrong).toEqual([]);
    expect(toll.kills).toBeGreaterThanOrEqual(Math.min(KILLS, LIVES));
    expect(toll.acknowledged).toBeGreaterThan(toll.kills);
  } finally {
    await victim.end();
  }
});

test('a worker that acknowledges before its commit is caught: the kills above prove something', async () => {
  test.setTimeout(240_000);
  const { launchOptions } = test.info().project.use;
  const folder = await mkdtemp(join(tmpdir(), 'sagascope-mutant-'));
  let planted = 0;
  const mutant = () => ({
    name: 'acknowledges-before-the-commit',
    async load(id: string) {
      if (!id.endsWith('/service-process.ts')) return null;
      const honest = await readFile(id, 'utf8');
      const code = honest.replace('await this.store.commit(draft.commit);', 'const late = draft.commit; setTimeout(() => { void this.store.commit(late); }, 500);');
      if (code !== honest) planted += 1;
      return code;
    },
  });
  await build({ configFile: join(import.meta.dirname, '../../vite.config.ts'), logLevel: 'error', worker: { format: 'es', plugins: () => [mutant()] }, build: { outDir: folder, emptyOutDir: true } });
  const { server } = await serve({ folder, port: 0, anyPort: true });
  const victim = new Victim(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, launchOptions!);
  try {
    expect(planted).toBeGreaterThan(0);
    const { wrong, kills } = await torture(victim, 20, random(2), ['renderer', 'browser']);
    console.log(`caught at kill ${kills}: ${wrong[0] ?? 'never'}`);
    expect(wrong.some((what) => /LOST/.test(what))).toBe(true);
  } finally {
    await victim.end();
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
