import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

test('a run that was left is kept: looked at read-only, compared, its first difference shown and marked', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.runTo(/completed/i);
  await expect(playground.button('Kept runs: 1')).toBeHidden();
  await playground.drag('Business rejection', playground.step('process-payment'));
  await expect(playground.step('process-payment').getByRole('button', { name: /Business rejection/ })).toBeVisible();
  const first = await playground.hash.innerText();
  await playground.button('Restart').click();
  await playground.runTo(/compensated/i);
  const second = await playground.hash.innerText();
  await playground.button('Kept runs: 1').click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(/Completed/i);
  await expect(dialog).toContainText(first);
  await dialog.getByRole('button', { name: 'Compare with branch A' }).click();
  await expect(dialog.getByRole('status')).toContainText(/First difference/);
  await expect(dialog.getByRole('status')).toContainText(/≠/);
  expect((await new AxeBuilder({ page }).include('dialog').analyze()).violations).toEqual([]);
  await dialog.getByRole('button', { name: 'Go there' }).click();
  await expect(playground.playback.getByRole('img', { name: /first difference/i })).toBeVisible();

  await playground.button('Kept runs: 1').click();
  await dialog.getByRole('button', { name: 'Look at branch A' }).click();
  await expect(playground.hash).toHaveText(first);
  await expect(playground.outcome).toHaveText(/completed/i);
  await expect(playground.step('process-payment')).toHaveAttribute('data-status', 'committed');
  await playground.button('Restart').click();
  await expect(playground.step('process-payment')).toHaveAttribute('data-status', 'idle');
  await playground.drag('Lost reply', playground.step('process-payment'));
  await expect(page.getByRole('status').filter({ hasText: /can only be read/ })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the current run' }).click();
  await expect(playground.hash).toHaveText(second);
});
