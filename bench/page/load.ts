/** One load of a page in a fresh context: when it can be used, and the scripts that it fetched until then. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator } from '@playwright/test';
import type { Served } from '../browser.ts';

/** What makes a page usable: the diagram is drawn, and the control in the same frame visible, enabled, and what a click would hit. */
export interface Usable { readonly drawn: string; readonly control: string }
export interface Load { readonly ms: number; readonly scriptBytes: number; readonly scripts: readonly string[] }

declare global {
  interface Window { usableAt?: number }
}

const SCRIPTS = new Set(['script', 'worker', 'sharedworker', 'serviceworker']);
/** Workers may still be on their way when the control can be clicked: what is fetched within these ms counts too. */
const SETTLE = 1500;
const PATIENCE = 20_000;

export async function load(browser: Browser, served: Served, usable: Usable): Promise<Load> {
  const paths = new Set<string>();
  const note = (request: IncomingMessage): void => {
    if (SCRIPTS.has(String(request.headers['sec-fetch-dest']))) paths.add(new URL(request.url!, served.url).pathname);
  };
  served.server.on('request', note);
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    // What tsx wraps functions in, which a page does not have.
    await page.addInitScript('globalThis.__name = (value) => value;');
    await page.addInitScript(watch, usable);
    await page.goto(served.url, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.usableAt !== undefined, undefined, { timeout: PATIENCE });
    const ms = await page.evaluate(() => window.usableAt!);
    await page.waitForTimeout(SETTLE);
    const scripts = [...paths];
    await answers(page.locator(usable.control).first());
    return { ms, scripts, scriptBytes: await gzipped(served.folder, scripts) };
  } finally {
    served.server.off('request', note);
    await context.close();
  }
}

/** Runs in the page, before its own scripts: each frame asks whether the page can be used; milliseconds since the navigation began. */
function watch({ drawn, control }: Usable): void {
  const look = (): void => {
    const button = document.querySelector(control);
    const box = button?.getBoundingClientRect();
    const hit = box && box.width > 0 ? document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) : null;
    const ready = button && hit && button.contains(hit) && !button.matches(':disabled') && document.querySelector(drawn)?.getBoundingClientRect().width;
    if (ready) window.usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** @throws Error when a click changes nothing: then the page only looked as if it could be used. */
async function answers(control: Locator): Promise<void> {
  const before = await control.innerHTML();
  await control.click();
  for (let tries = 0; tries < 50; tries += 1) {
    if ((await control.innerHTML()) !== before) return;
    await control.page().waitForTimeout(50);
  }
  throw new Error('the control does not answer a click');
}

async function gzipped(folder: string, paths: readonly string[]): Promise<number> {
  const files = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  return files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0);
}
