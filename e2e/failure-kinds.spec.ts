import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

/** The same run on the command line, by the memory store. */
function onTheCommandLine(...options: readonly string[]): { readonly traceHash: string; readonly invariants: readonly { readonly id: string; readonly holds: boolean }[] } {
  try {
    return JSON.parse(execFileSync('npx', ['tsx', 'src/cli/main.ts', 'run', 'order', '--seed', '7', '--json', ...options], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }));
  } catch (error) {
    // A broken invariant exits with 1, and prints all the same.
    return JSON.parse((error as { stdout: string }).stdout);
  }
}

async function sameHash(playground: Playground, ...options: readonly string[]): Promise<void> {
  const shown = (await playground.hash.innerText()).replace(/[^0-9a-f]/g, '');
  expect(shown.length).toBeGreaterThanOrEqual(8);
  expect(onTheCommandLine(...options).traceHash.startsWith(shown)).toBe(true);
}

for (const fault of [
  'process-payment:delay-request:ms=900', 'process-payment:duplicate-reply:copies=3', 'payments:partition:from=300:until=1400', 'process-payment:disk-full:first-n=2',
  'orchestrator:database-error', 'create-order:concurrency-conflict', 'inventory:relay-crash', 'inventory:duplicate-event:every:copies=2', 'projector:reordering', 'projector:projector-lag:ms=5000',
]) {
  test(`${fault}: completed, and the same trace as on the command line (D43)`, async ({ page }) => {
    const playground = await new Playground(page).open(`scenario=order&seed=7&fault=${fault}`);
    await playground.runTo(/completed/i);
    await expect(playground.log.getByRole('grid')).toHaveAttribute('aria-rowcount', '4');
    await sameHash(playground, '--fault', fault);
  });
}

test('every kind stands in the palette; its card says what a correct saga does, and shows it', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(() => playground.palette.locator('[data-kind]').count()).toBeGreaterThanOrEqual(21);
  for (const group of ['Step', 'Network', 'Process', 'Database', 'Events and read side']) await expect(playground.palette.getByRole('region', { name: group, exact: true })).toBeVisible();
  await playground.fullSpeed();
  await playground.kind('Lost reply').hover();
  await expect(page.getByRole('note', { name: 'Lost reply' })).toContainText('A correct saga');
  await page.getByRole('link', { name: 'Show me: Lost reply' }).click();
  await expect(playground.outcome).toHaveText(/completed/i, { timeout: 30_000 });
  await expect(playground.step('process-payment').getByRole('button', { name: /Lost reply/ })).toBeVisible();
  expect(new URL(page.url()).hash).toContain('fault=process-payment:lost-reply');
});

test('the card opens on focus too; Tab reaches the scene, Escape goes back to the button', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.kind('Business rejection').focus();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('note', { name: 'Business rejection' })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: /^Show me/ })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(playground.kind('Business rejection')).toBeFocused();
  await expect(page.getByRole('note')).toHaveCount(0);
});

test('a partition goes onto a lane; let go over a step, onto the step\'s service', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.drag('Network partition', playground.step('process-payment'));
  const lane = playground.flow.getByRole('group', { name: 'Payments', exact: true });
  await expect(lane.getByRole('button', { name: /Network partition on Payments/ })).toBeVisible();
  await playground.kind('Poison event').click();
  await page.getByRole('button', { name: 'Place on: Read side' }).click();
  await expect(playground.flow.getByRole('group', { name: 'Read side' }).getByRole('button', { name: /Poison event/ })).toBeVisible();
});

test('without the inbox a duplicate charges twice: the broken invariant is named, with both sides and the events (D30, D45)', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:duplicate-delivery');
  const inbox = playground.flow.getByRole('button', { name: 'Inbox of Payments' });
  await expect(inbox).toHaveAttribute('aria-pressed', 'true');
  await inbox.click();
  await expect(inbox).toHaveAttribute('aria-pressed', 'false');
  await expect(inbox).toHaveText('Inbox off');
  await playground.runTo(/completed/i);
  await expect(playground.outcome).toContainText('Broken, 295 ≠ 360: Balances and payments add up');
  await sameHash(playground, '--fault', 'process-payment:duplicate-delivery', '--inbox', 'payments:off');
  await playground.outcome.getByRole('button', { name: /Broken/ }).click();
  const invariants = page.getByRole('region', { name: 'Invariants' });
  await expect(invariants).toContainText('the same step again');
  await invariants.getByRole('button', { name: 'PaymentProcessed #3' }).click();
  await expect(playground.log.locator('[aria-selected="true"]')).toContainText('PaymentProcessed');

  await inbox.click();
  await expect(inbox).toHaveAttribute('aria-pressed', 'true');
  await playground.runTo(/completed/i);
  await expect(playground.outcome).not.toContainText('Broken');
});

test('without the outbox a crash between commit and publish loses the event: a dead letter says so (D28)', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  const playground = await new Playground(page).open('scenario=order&seed=7&outbox=payments:off&fault=process-payment:crash-after-commit');
  await expect(playground.flow.getByRole('button', { name: 'Outbox of Payments' })).toHaveText('Outbox off');
  await playground.runTo(/completed/i);
  const view = playground.projections.getByRole('region', { name: 'A customer\'s orders' });
  await view.getByRole('button', { name: '1 dead letter' }).click();
  await expect(view).toContainText('never arrived');
  await view.getByRole('button', { name: 'PaymentProcessed #2' }).click();
  await expect(playground.log.locator('[aria-selected="true"]')).toContainText('PaymentProcessed');
  await sameHash(playground, '--fault', 'process-payment:crash-after-commit', '--outbox', 'payments:off');
});

test('a poison event is put aside by one view; the others, and the events after it, go on', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=projector:poison-event');
  await playground.runTo(/completed/i);
  const letters = playground.projections.getByRole('button', { name: /dead letter/ });
  await expect(letters).toHaveCount(1);
  await letters.click();
  await expect(playground.projections).toContainText('InventoryReserved #1: could not be taken in');
  await sameHash(playground, '--fault', 'projector:poison-event');
});

test('the work list has every stuck saga; each is decided there, with a reason (D13)', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&orders=3&fault=create-order:business-rejection:every&fault=process-payment:compensation-failure');
  await playground.runTo(/intervention/i);
  await page.getByRole('button', { name: 'Work list: 3 stuck' }).click();
  const list = page.getByRole('dialog').getByRole('listitem');
  await expect(list).toHaveCount(3);
  await expect(list.first()).toContainText('Refund payment');
  await expect(list.first()).toContainText(/stuck since [\d,]+ ms, after 4 attempts/);
  await page.getByRole('button', { name: 'Skip: saga-2' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Say why' })).toBeVisible();
  await page.getByLabel('Reason for saga-2').fill('paid back in cash');
  await page.getByRole('button', { name: 'Skip: saga-2' }).click();
  await expect(list).toHaveCount(2, { timeout: 20_000 });
  await page.getByLabel('Reason for saga-3').fill('refunded by the bank');
  await page.getByRole('button', { name: 'Mark resolved: saga-3' }).click();
  await expect(list).toHaveCount(1, { timeout: 20_000 });
});
