import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

const TURNED_BACK = 'scenario=order&seed=7&fault=create-order:business-rejection';

async function turnedBack(playground: Playground): Promise<void> {
  await playground.open(TURNED_BACK);
  await playground.runTo(/compensated/i);
  await expect(playground.button('Run')).toBeVisible();
}

test('an event answers why: its chain of causes leads back to the order, and its cells light up (D32)', async ({ page }) => {
  const playground = new Playground(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await turnedBack(playground);
  const inspector = page.getByRole('region', { name: 'Inspector' });
  await playground.log.getByRole('row').filter({ hasText: 'PaymentRefunded' }).click();
  await expect(playground.log.locator('[aria-selected="true"]')).toContainText('PaymentRefunded');
  await expect(inspector.getByRole('heading', { name: 'PaymentRefunded' })).toBeVisible();
  await inspector.getByRole('region', { name: 'Why' }).getByRole('button', { name: /more/ }).click();
  await expect(inspector.getByRole('region', { name: 'Why' }).getByRole('listitem').last()).toContainText('Start the saga');
  await expect(playground.projections.locator('td[data-lit="true"]')).not.toHaveCount(0);

  await inspector.getByRole('region', { name: 'Why' }).getByRole('button', { name: /Refund payment/ }).click();
  await expect(inspector.getByText('Idempotency key')).toBeVisible();
});

test('a changed cell of a projection leads to the event that changed it (D40)', async ({ page }) => {
  const playground = new Playground(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await turnedBack(playground);
  const stock = playground.projections.getByRole('region', { name: 'Stock' });
  await expect(stock).toContainText('up to date');
  await stock.locator('td[data-changed="true"] button').first().click();
  await expect(playground.log.locator('[aria-selected="true"]')).toContainText('InventoryReleased');
});

test('the log is filtered by type, searched by text, and read with the keyboard', async ({ page }) => {
  const playground = new Playground(page);
  await turnedBack(playground);
  const { log } = playground;
  await log.getByRole('button', { name: 'Filter events' }).click();
  await log.getByLabel('Event type').selectOption('PaymentProcessed');
  await expect(log.getByRole('status')).toHaveText('1 of 5 matches');
  await log.getByRole('button', { name: 'Clear filter' }).click();
  await log.getByLabel('Search events').fill('refund');
  await expect(log.getByRole('status')).toHaveText('1 of 5 matches');
  await expect(log.locator('mark')).toHaveText(['Refund']);
  await log.getByLabel('Search events').press('Escape');
  const grid = log.getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', '6');
  await grid.focus();
  for (const key of ['Home', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
  await expect(log.locator('[aria-selected="true"]')).toHaveAttribute('aria-rowindex', '3');
});

test('before a run the log says what will appear and how', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await expect(playground.log).toContainText('No events yet');
  await expect(playground.log).toContainText('Press Run');
});
