/** Pages built for a measurement, and the Chromium that opens them. */
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { ROOT } from './bundle.ts';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const launchOptions = () => ({ executablePath: findChromium(), args: ARGUMENTS });

export const launchBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/** A browser whose databases lie on the disk: the contexts of `launchBrowser` keep theirs in memory. */
export const launchOnDisk = (profile: string): Promise<BrowserContext> => chromium.launchPersistentContext(profile, launchOptions());

/** Builds the page in `bench/<folder>` with Vite, as the app is built. Gives the folder of the result. */
export async function buildPage(folder: string): Promise<string> {
  const outDir = join(ROOT, 'node_modules/.cache/bench-pages', folder.replaceAll('/', '-'));
  await build({
    configFile: false,
    root: join(ROOT, 'bench', folder),
    base: './',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 5000 },
  });
  return outDir;
}

/** Serves a built folder while `visit` runs, which is given its address. */
export async function whileServed<T>(folder: string, visit: (url: string) => Promise<T>): Promise<T> {
  const { server, port } = await serve({ folder, port: 4400, anyPort: true });
  try {
    return await visit(`http://127.0.0.1:${port}/`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
