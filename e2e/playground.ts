/** The page object of the playground: it speaks in roles and accessible names, opens scenes by link, and reads the graph as text. */
import { expect } from '@playwright/test';
import type { Download, Locator, Page } from '@playwright/test';

export type Phase = 'action' | 'compensation';

export class Playground {
  readonly page: Page;
  readonly flow: Locator;
  readonly palette: Locator;
  readonly log: Locator;
  readonly projections: Locator;
  readonly databases: Locator;
  readonly playback: Locator;
  readonly outcome: Locator;
  readonly hash: Locator;

  constructor(page: Page) {
    this.page = page;
    this.flow = page.getByRole('region', { name: 'Saga flow' });
    this.palette = page.getByRole('region', { name: 'Failure points' });
    this.log = page.getByRole('region', { name: 'Event log' });
    this.projections = page.getByRole('region', { name: 'Read projections' });
    this.databases = page.getByRole('region', { name: 'Service databases' });
    this.playback = page.getByRole('toolbar', { name: 'Playback' });
    this.outcome = page.getByRole('status', { name: 'Run outcome' });
    this.hash = page.getByLabel('Trace hash');
  }

  /** Opens a scene, e.g. `scenario=order&seed=7&fault=process-payment:lost-reply`. */
  async open(scene = ''): Promise<this> {
    await this.page.goto(scene ? `./#${scene}` : './');
    await expect(this.flow.locator('[data-step]').first()).toBeVisible();
    return this;
  }

  button(name: string): Locator { return this.playback.getByRole('button', { name, exact: true }); }
  async run(): Promise<void> { await this.button('Run').click(); }

  /** As fast as it goes: for tests that wait for an outcome. */
  async fullSpeed(): Promise<void> {
    const speed = this.playback.getByRole('slider', { name: 'Speed' });
    await speed.focus();
    await speed.press('End');
  }

  async runTo(outcome: RegExp): Promise<void> {
    await this.fullSpeed();
    await this.run();
    await this.ended(outcome);
  }

  /** The run has come to rest, with this outcome. */
  async ended(outcome: RegExp): Promise<void> {
    await expect(this.outcome).toHaveAttribute('data-ended', 'true', { timeout: 60_000 });
    await expect(this.outcome).toHaveText(outcome);
  }

  step(step: string, phase: Phase = 'action'): Locator { return this.flow.locator(`[data-step="${step}"][data-phase="${phase}"]`); }
  kind(name: string): Locator { return this.palette.getByRole('button', { name: new RegExp(`^${name}`) }); }

  /** The graph as text, one line a step: `reserve-inventory action committed`. */
  async flowAsText(): Promise<string> {
    const lines = await this.flow.locator('[data-step]').evaluateAll((groups) =>
      groups.map((group) => `${group.getAttribute('data-step')} ${group.getAttribute('data-phase')} ${group.getAttribute('data-status')}`));
    return lines.toSorted().join('\n');
  }

  async expectFlow(expected: string): Promise<void> {
    const lines = expected.trim().split('\n').map((line) => line.trim()).toSorted().join('\n');
    await expect.poll(() => this.flowAsText()).toBe(lines);
  }

  /** By mouse, as a person drags: press, move in steps, let go. */
  async drag(kind: string, target: Locator): Promise<void> {
    await this.kind(kind).scrollIntoViewIfNeeded();
    // A trial waits until the target stands still: the graph glides when its place changes.
    await target.hover({ trial: true });
    const from = (await this.kind(kind).boundingBox())!;
    const to = (await target.boundingBox())!;
    await this.page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await this.page.mouse.up();
  }

  async exportAs(name: RegExp): Promise<{ readonly name: string; readonly text: string }> {
    await this.page.getByRole('button', { name: 'Export', exact: true }).click();
    const [download] = await Promise.all([this.page.waitForEvent('download'), this.page.getByRole('menuitem', { name }).click()]);
    return { name: download.suggestedFilename(), text: await textOf(download) };
  }
}

async function textOf(download: Download): Promise<string> {
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
