import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { build } from 'vite';
import { serve } from '../scripts/serve.mjs';

test('the store contract holds on the browser\'s own IndexedDB (D27, D33, D34, D46)', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'sagascope-store-'));
  await build({ configFile: false, root: join(import.meta.dirname, 'store-page'), base: './', logLevel: 'error', build: { outDir: folder, emptyOutDir: true } });
  const { server } = await serve({ folder, port: 0, anyPort: true });
  try {
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const titles = await page.evaluate(() => window.contractTitles);
    expect(titles.length).toBeGreaterThan(10);
    for (const [index, title] of titles.entries()) {
      await test.step(title, async () => { expect(await page.evaluate((at) => window.checkContract(at), index), title).toBeNull(); });
    }
  } finally {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  }
});
