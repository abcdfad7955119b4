/** A browser with a profile on disk, and the ways in which it dies. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { BrowserContext, LaunchOptions, Page } from '@playwright/test';
import type { WorkerAnswer, WorkerRequest } from '../../src/session/workers/protocol.ts';
import type { Acknowledged, Found } from './oracle.ts';

/** `renderer`: the page's process crashes. `page`: the tab is closed. `browser`: SIGKILL, all of it. */
export const DEATHS = ['renderer', 'page', 'browser'] as const;
export type Death = (typeof DEATHS)[number];

declare global { interface Window { acknowledged(heard: Acknowledged): Promise<void> } }

/** In the page: overhears what the workers tell it, as they tell it. The page's own code and the workers' are those of the build. */
function eavesdrop(): void {
  const Native = window.Worker;
  window.Worker = class extends Native {
    private of: { readonly run: string; readonly process: string } | null = null;
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
        if (!data.ok || data.value === null || !this.of) return;
        const commits = [data.value].flat().flatMap((draft) => draft?.commit ?? []);
        if (commits.length > 0) void window.acknowledged({ ...this.of, commits });
      });
    }
    override postMessage(message: WorkerRequest): void {
      if (message.type === 'open') this.of = { run: message.run, process: message.definition.id };
      super.postMessage(message);
    }
  };
}

/** In any page of the origin that does not run the application: the library's unfinished and ended runs, and their databases, as they lie there. */
async function readDisk(): Promise<Found[]> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(String(request.error)));
  });
  const tablesOf = async (name: string): Promise<Record<string, unknown[]>> => {
    const database = await settled(indexedDB.open(name));
    const tables: Record<string, unknown[]> = {};
    for (const store of database.objectStoreNames) tables[store] = await settled(database.transaction(store).objectStore(store).getAll());
    database.close();
    return tables;
  };
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '');
  if (!names.includes('sagascope-library')) return [];
  const library = await tablesOf('sagascope-library');
  const found: unknown[] = [];
  for (const saved of (library['runs'] ?? []) as { run: string; state: string }[]) {
    if (saved.state !== 'open' && saved.state !== 'ended') continue;
    const prefix = `sagascope-${saved.run}-`;
    const databases: Record<string, unknown> = {};
    for (const name of names.filter((each) => each.startsWith(prefix))) {
      const { events = [], _meta, ...tables } = await tablesOf(name);
      if ((_meta ?? []).length > 0) databases[name.slice(prefix.length)] = { tables, events };
    }
    const interventions = ((library['interventions'] ?? []) as { run: string; intervention: unknown }[]).filter(({ run }) => run === saved.run).map(({ intervention }) => intervention);
    found.push({ ...saved, interventions, databases });
  }
  return found as Found[];
}

export class Victim {
  readonly acknowledged: Acknowledged[] = [];
  /** Called at every acknowledgement. */
  onAcknowledged: () => void = () => {};
  private readonly address: string;
  private readonly options: LaunchOptions;
  private profile = '';
  private context: BrowserContext | null = null;
  constructor(address: string, options: LaunchOptions) {
    this.address = address;
    this.options = options;
  }

  private async browser(): Promise<BrowserContext> {
    if (this.context) return this.context;
    this.profile ||= await mkdtemp(join(tmpdir(), 'sagascope-victim-'));
    const context = await chromium.launchPersistentContext(this.profile, { ...this.options, headless: true, locale: 'en-US', viewport: { width: 1366, height: 768 } });
    await context.exposeFunction('acknowledged', (heard: Acknowledged) => {
      this.acknowledged.push(heard);
      this.onAcknowledged();
    });
    await context.addInitScript(eavesdrop);
    this.context = context;
    return context;
  }

  async open(scene: string): Promise<Page> {
    const page = await (await this.browser()).newPage();
    await page.goto(`${this.address}#${scene}`);
    await page.locator('[data-step]').first().waitFor();
    return page;
  }

  async disk(): Promise<readonly Found[]> {
    const page = await (await this.browser()).newPage();
    await page.goto(`${this.address}schema/scenario-1.json`);
    const found = await page.evaluate(readDisk);
    await page.close();
    return found;
  }

  async kill(page: Page, death: Death): Promise<void> {
    if (death === 'browser') {
      await this.killBrowser();
      return;
    }
    if (death === 'renderer') {
      const crash = page.context().newCDPSession(page).then((session) => session.send('Page.crash')).catch(() => { /* its end is what was asked for */ });
      await Promise.race([crash, page.waitForEvent('crash'), new Promise((resolve) => { setTimeout(resolve, 1000); })]).catch(() => {});
    }
    await page.close().catch(() => {});
  }

  /** SIGKILL to the one process whose profile is ours and which is no other's child; its children die with it. */
  private async killBrowser(): Promise<void> {
    const context = this.context!;
    this.context = null;
    const gone = new Promise((resolve) => { context.once('close', resolve); });
    for (const entry of await readdir('/proc')) {
      if (!/^\d+$/.test(entry)) continue;
      const words = (await readFile(`/proc/${entry}/cmdline`, 'utf8').catch(() => '')).split('\0');
      if (words.includes(`--user-data-dir=${this.profile}`) && !words.some((word) => word.startsWith('--type='))) process.kill(Number(entry), 'SIGKILL');
    }
    await Promise.race([gone, new Promise((resolve) => { setTimeout(resolve, 3000); })]);
    for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie']) await rm(join(this.profile, lock), { force: true });
  }

  async end(): Promise<void> {
    await this.context?.close().catch(() => {});
    if (this.profile !== '') await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
