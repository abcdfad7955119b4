/** Pages built for a measurement, and the Chromium that opens them. */
import type { Server } from 'node:http';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { build } from 'vite';
import { findChromium } from '../scripts/chromium.mjs';
import { serve } from '../scripts/serve.mjs';
import { ROOT } from './bundle.ts';

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const CACHE = join(ROOT, 'node_modules/.cache/bench-pages');
const launchOptions = () => ({ executablePath: findChromium(), args: ARGUMENTS });

export const launchBrowser = (): Promise<Browser> => chromium.launch(launchOptions());

/** A browser whose databases lie on the disk: the contexts of `launchBrowser` keep theirs in memory. */
export const launchOnDisk = (profile: string): Promise<BrowserContext> => chromium.launchPersistentContext(profile, launchOptions());

/** A page in which functions that are handed to it run: tsx wraps what is named inside them in a function that only Node has. */
export async function newPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript('globalThis.__name = (value) => value;');
  return page;
}

/** Builds the page in `bench/<folder>` with Vite, as the app is built. Gives the folder of the result. */
export async function buildPage(folder: string): Promise<string> {
  const outDir = join(CACHE, folder.replaceAll('/', '-'));
  await build({
    configFile: false,
    root: join(ROOT, 'bench', folder),
    base: './',
    logLevel: 'error',
    build: { outDir, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 5000 },
  });
  return outDir;
}

/** Builds the app itself with its own configuration, into a folder of the bench's. */
export async function buildApp(): Promise<string> {
  const outDir = join(CACHE, 'app');
  await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir, emptyOutDir: true } });
  return outDir;
}

export interface Served { readonly url: string; readonly folder: string; readonly server: Server }

/** Serves a built folder while `visit` runs. */
export async function whileServed<T>(folder: string, visit: (served: Served) => Promise<T>): Promise<T> {
  const { server, port } = await serve({ folder, port: 4400, anyPort: true });
  try {
    return await visit({ url: `http://127.0.0.1:${port}/`, folder, server });
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
