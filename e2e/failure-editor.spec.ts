import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

test('only Done keeps what was changed in the editor of a failure: Escape discards it', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:transient-error');
  const badge = playground.step('process-payment').getByRole('button', { name: /Transient error/ });
  const before = await badge.getAttribute('aria-label') ?? await badge.innerText();
  await badge.click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Every time' }).check();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(badge).not.toHaveAccessibleName(/every/i);
  expect(await badge.getAttribute('aria-label') ?? await badge.innerText()).toBe(before);
});
