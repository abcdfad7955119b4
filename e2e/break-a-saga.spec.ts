import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

const REFUSED = `
  reserve-inventory action committed
  reserve-inventory compensation compensated
  process-payment action failed
  process-payment compensation skipped
  create-order action idle`;

/** Event types of an NDJSON export, in order. */
const typesOf = (ndjson: string): readonly string[] => ndjson.trim().split('\n').map((line) => (JSON.parse(line) as { type: string }).type.split('.').at(-1)!);

async function refusedAndHealed(playground: Playground): Promise<void> {
  await playground.expectFlow(REFUSED);
  const { text } = await playground.exportAs(/NDJSON/);
  expect(typesOf(text)).toEqual(['InventoryReserved', 'PaymentRejected', 'InventoryReleased']);
  const stock = playground.projections.getByRole('row').filter({ hasText: 'book' });
  await expect(stock).toContainText('10');
}

test('dragged by mouse, a business rejection on the payment step turns the saga back, and the stock is what it was (D2, D5)', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.drag('Business rejection', playground.step('process-payment'));
  await expect(playground.step('process-payment').getByRole('button', { name: /Business rejection/ })).toBeVisible();
  await playground.runTo(/compensated/i);
  await refusedAndHealed(playground);
});

test('the same by keyboard alone', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.kind('Business rejection').focus();
  await page.keyboard.press('Enter');
  await playground.step('process-payment').focus();
  await page.keyboard.press('Enter');
  await expect(playground.step('process-payment').getByRole('button', { name: /Business rejection/ })).toBeVisible();
  await playground.playback.getByRole('slider', { name: 'Speed' }).focus();
  await page.keyboard.press('End');
  await playground.button('Run').focus();
  await page.keyboard.press('Enter');
  await expect(playground.outcome).toHaveText(/compensated/i, { timeout: 30_000 });
  await refusedAndHealed(playground);
});

test('the same by click-to-place', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.kind('Business rejection').click();
  await playground.step('process-payment').getByRole('button', { name: /Place here/ }).click();
  await playground.runTo(/compensated/i);
  await refusedAndHealed(playground);
});

test('a failure point can be edited, removed, and brought back by undo', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.drag('Transient error', playground.step('process-payment'));
  const badge = playground.step('process-payment').getByRole('button', { name: /Transient error/ });
  await badge.click();
  const editor = page.getByRole('dialog');
  await editor.getByRole('radio', { name: 'Every time' }).check();
  await editor.getByRole('button', { name: 'Done' }).click();
  await expect(badge).toHaveAccessibleName(/every/i);
  await badge.focus();
  await page.keyboard.press('Delete');
  await expect(badge).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(badge).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect(badge).toBeHidden();
});

test('dropped while the saga runs, a failure strikes from then on', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.run();
  await expect(playground.step('reserve-inventory')).toHaveAttribute('data-status', 'running');
  await playground.button('Pause').click();
  await playground.kind('Business rejection').click();
  await playground.step('create-order').getByRole('button', { name: /Place here/ }).click();
  await playground.runTo(/compensated/i);
  await playground.expectFlow(`
    reserve-inventory action committed
    reserve-inventory compensation compensated
    process-payment action committed
    process-payment compensation compensated
    create-order action failed`);
});

test('a compensation that keeps failing leaves the saga stuck until a person decides (D13)', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=create-order:business-rejection&fault=process-payment:compensation-failure');
  await playground.runTo(/intervention/i);
  await expect(playground.outcome).not.toHaveText(/compensated/i);
  await expect(playground.step('process-payment', 'compensation')).toHaveAttribute('data-status', 'stuck');
  await expect(playground.step('reserve-inventory', 'compensation')).toHaveAttribute('data-status', 'idle');
});
