import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

test('the timeline goes back and forth, and every panel follows', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.runTo(/completed/i);
  const hash = await playground.hash.innerText();
  const timeline = playground.playback.getByRole('slider', { name: 'Timeline' });
  await timeline.focus();
  await timeline.press('Home');
  await playground.expectFlow(`
    reserve-inventory action idle
    reserve-inventory compensation idle
    process-payment action idle
    process-payment compensation idle
    create-order action idle`);
  await expect(playground.log.getByText('InventoryReserved')).toBeHidden();
  await expect(playground.projections.getByRole('row').filter({ hasText: 'book' })).toContainText('10');
  await timeline.press('End');
  await expect(playground.step('create-order')).toHaveAttribute('data-status', 'committed');
  await expect(playground.log.getByText('OrderCreated').first()).toBeVisible();
  await expect(playground.projections.getByRole('row').filter({ hasText: 'book' })).toContainText('8');
  expect(await playground.hash.innerText()).toBe(hash);
});

test('Step goes one record on at a time, from nothing to the end', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  for (let step = 0; step < 60; step += 1) {
    if (/completed/i.test(await playground.outcome.innerText())) break;
    await playground.button('Step').click();
  }
  await expect(playground.outcome).toHaveText(/completed/i);
});

test('Restart runs the same again, to the same hash (D43)', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:lost-reply');
  await playground.runTo(/completed/i);
  const hash = await playground.hash.innerText();
  await playground.button('Restart').click();
  await expect(playground.step('reserve-inventory')).not.toHaveAttribute('data-status', 'committed');
  await playground.runTo(/completed/i);
  expect(await playground.hash.innerText()).toBe(hash);
});

test('acting in the past starts a branch; the old run stays', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.runTo(/completed/i);
  const timeline = playground.playback.getByRole('slider', { name: 'Timeline' });
  await timeline.focus();
  await timeline.press('Home');
  await playground.kind('Business rejection').click();
  await playground.step('create-order').getByRole('button', { name: /Place here/ }).click();
  await playground.runTo(/compensated/i);
});

test('a person places an order while it runs, and it becomes a saga of its own', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await page.getByRole('button', { name: /Place an order/ }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('button', { name: /Place/ }).click();
  await playground.runTo(/2 completed|completed.*2/i);
  await expect(playground.log.getByText('OrderCreated')).toHaveCount(2);
});
