/** One load of a page in a fresh context: when it can be used, and the scripts that it fetched until then. */
import { readFile } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Browser, Locator } from '@playwright/test';
import { newPage } from '../browser.ts';
import type { Served } from '../browser.ts';

/** What makes a page usable: the diagram is drawn, and the control in the same frame visible, enabled, and what a click would hit. */
export interface Usable { readonly drawn: string; readonly control: string }
export interface Load {
  /** Milliseconds from the start of the navigation: the diagram in a frame; the control in one too, and so usable. */
  readonly drawn: number;
  readonly usable: number;
  /** Bytes of each script, gzipped. */
  readonly scripts: readonly { readonly path: string; readonly bytes: number }[];
}

declare global {
  interface Window { drawnAt?: number; usableAt?: number }
}

const SCRIPTS = new Set(['script', 'worker', 'sharedworker', 'serviceworker']);
/** Workers may still be on their way when the control can be clicked: what is fetched within these ms counts too. */
const SETTLE = 1500;
const PATIENCE = 20_000;

export async function load(browser: Browser, served: Served, marks: Usable): Promise<Load> {
  const paths = new Set<string>();
  const note = (request: IncomingMessage): void => {
    if (SCRIPTS.has(String(request.headers['sec-fetch-dest']))) paths.add(new URL(request.url!, served.url).pathname);
  };
  served.server.on('request', note);
  const context = await browser.newContext({ locale: 'en-US', viewport: { width: 1366, height: 768 } });
  try {
    const page = await newPage(context);
    await page.addInitScript(watch, marks);
    await page.goto(served.url, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.usableAt !== undefined, undefined, { timeout: PATIENCE });
    const [drawn, usable] = await page.evaluate(() => [window.drawnAt!, window.usableAt!] as const);
    await page.waitForTimeout(SETTLE);
    const scripts = await Promise.all([...paths].map((path) => gzipped(served.folder, path)));
    await answers(page.locator(marks.control).first());
    return { drawn, usable, scripts };
  } finally {
    served.server.off('request', note);
    await context.close();
  }
}

/** Runs in the page before its own scripts: notes the frame in which the diagram is drawn, and the one in which the page can be used. */
function watch({ drawn, control }: Usable): void {
  const look = (): void => {
    if (document.querySelector(drawn)?.getBoundingClientRect().width) window.drawnAt ??= performance.now();
    const button = document.querySelector(control);
    const box = button?.getBoundingClientRect();
    const hit = box && box.width > 0 ? document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2) : null;
    if (button && hit && button.contains(hit) && !button.matches(':disabled') && window.drawnAt !== undefined) window.usableAt = performance.now();
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

const gzipped = async (folder: string, path: string): Promise<Load['scripts'][number]> =>
  ({ path, bytes: gzipSync(await readFile(join(folder, path)), { level: 9 }).length });
