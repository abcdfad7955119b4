/** Commits to IndexedDB on a profile on the disk: our store against raw IndexedDB with the same rows and the same durability. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage, launchOnDisk, whileServed } from '../browser.ts';
import type { Options } from '../options.ts';
import { printFigures } from '../report.ts';
import { ratios } from '../statistics.ts';
import type { Measured, StoreName } from './page/main.ts';

const SAGAS = 200;

export async function indexedDb({ rounds }: Options): Promise<void> {
  const folder = await buildPage('indexeddb/page');
  const profile = await mkdtemp(join(tmpdir(), 'sagascope-bench-'));
  const measured: Measured[] = [];
  await whileServed(folder, async ({ url }) => {
    const context = await launchOnDisk(profile);
    try {
      // The round before the first warms up the browser and its storage, and is not counted.
      for (let round = -1; round < rounds; round += 1) {
        const page = await context.newPage();
        await page.goto(url);
        const result = await page.evaluate((sagas) => window.measureCommits(sagas), SAGAS);
        if (round >= 0) measured.push(result);
        await page.close();
      }
    } finally {
      await context.close();
    }
  });
  await rm(profile, { recursive: true, force: true });
  const rates = (store: StoreName): readonly number[] => measured.map(({ commits, ms }) => (1000 * commits) / ms[store]);
  const { commits, rows } = measured[0]!;
  printFigures(`IndexedDB: ${commits} commits of ${rows} rows in all, each awaited, strict durability, on disk`, [
    { name: 'Sagascope', values: rates('ours'), unit: 'commits/s' },
    { name: 'raw IndexedDB', values: rates('raw'), unit: 'commits/s' },
    { name: 'Sagascope / raw', values: ratios(rates('ours'), rates('raw')), unit: 'x', goal: { atLeast: 0.9 } },
  ]);
}
