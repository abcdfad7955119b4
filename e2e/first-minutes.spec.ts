/** What a newcomer stumbles over in the first minutes. */
import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

test('a failure dropped on a run that has ended leaves it ended; Run starts it again, with the failure in its way', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.runTo(/completed/i);
  await playground.drag('Business rejection', playground.step('process-payment'));
  await expect(playground.step('process-payment').getByRole('button', { name: /Business rejection/ })).toBeVisible();
  await expect(playground.outcome).toHaveText('completed');
  await page.keyboard.press('Control+z');
  await expect(playground.step('process-payment').getByRole('button', { name: /Business rejection/ })).toBeHidden();
  await expect(playground.outcome).toHaveText('completed');
  await page.keyboard.press('Control+Shift+z');
  await playground.run();
  await expect(playground.outcome).toHaveText('compensated', { timeout: 20_000 });
});

test('the outcome says paused in the past, and running while the orchestrator is down before any saga has started', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:lost-reply');
  await playground.runTo(/completed/i);
  const timeline = playground.playback.getByRole('slider', { name: 'Timeline' });
  await timeline.fill('400');
  await expect(playground.outcome).toHaveText('paused');
  await playground.button('Restart').click();
  await expect(playground.outcome).toHaveText('ready');
  await playground.kind('Crash before commit').click();
  await playground.flow.locator('[role="group"][data-process="orchestrator"]').getByRole('button', { name: /Place here/ }).click();
  await playground.playback.getByRole('slider', { name: 'Speed' }).fill('0');
  await playground.run();
  await expect(playground.flow.locator('[role="group"][data-process="orchestrator"]')).toHaveAttribute('data-down', 'true', { timeout: 20_000 });
  await expect(playground.outcome).toHaveText('running');
});

test('with several sagas the outcome counts them all, the gravest named last', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:business-rejection');
  await page.getByRole('button', { name: 'Place an order' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('spinbutton', { name: 'Orders', exact: true }).fill('6');
  await form.getByRole('button', { name: 'Start with these orders' }).click();
  await playground.runTo(/^5 completed · 1 compensated$/);
  await expect(playground.outcome).toHaveAttribute('data-outcome', 'compensated');
});

test('by keyboard: Enter on a failure leads to the first place, arrows walk the places alone, Escape leads back', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.kind('Business rejection').focus();
  await page.keyboard.press('Enter');
  await expect(playground.step('reserve-inventory')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(playground.step('process-payment')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(playground.step('process-payment', 'compensation')).not.toBeFocused();
  await page.keyboard.press('Escape');
  await expect(playground.kind('Business rejection')).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(playground.step('process-payment').getByRole('button', { name: /Business rejection/ })).toBeVisible();
});

test('a drop that is refused says why', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.drag('Compensation failure', playground.step('create-order'));
  await expect(page.getByText('This step has no compensation')).toBeVisible();
  await playground.kind('Business rejection').click();
  await playground.step('process-payment', 'compensation').click();
  await expect(page.getByText('Goes onto an action, not onto a compensation')).toBeVisible();
});

test('the speed is remembered, and every visit without a scene runs by itself', async ({ page }) => {
  const playground = await new Playground(page).open();
  await playground.playback.getByRole('slider', { name: 'Speed' }).fill('2');
  await page.evaluate(() => sessionStorage.clear());
  await page.reload();
  await expect(playground.playback.getByRole('slider', { name: 'Speed' })).toHaveValue('2');
  const other = await new Playground(await page.context().newPage()).open();
  await expect(other.button('Pause')).toBeVisible();
});

test('more failures on a step than there is room for are one badge that lists them', async ({ page }) => {
  const kinds = ['crash-after-commit', 'transient-error', 'lost-reply', 'delay', 'duplicate-delivery'];
  const playground = await new Playground(page).open(`scenario=order&seed=7${kinds.map((kind) => `&fault=process-payment:${kind}`).join('')}`);
  await playground.step('process-payment').getByRole('button', { name: '5 failure points on Process payment' }).click();
  const badge = playground.step('process-payment').getByRole('button', { name: /^Lost reply/ });
  await badge.focus();
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(badge).toBeHidden();
  await expect(playground.step('process-payment').getByRole('button', { name: '4 failure points on Process payment' })).toBeVisible();
});

test('beside the inspector\'s drawer there is room to decide about a stuck saga', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=create-order:business-rejection&fault=process-payment:compensation-failure');
  await playground.runTo(/intervention/i);
  await page.getByRole('button', { name: 'Show inspector' }).click();
  await playground.flow.getByRole('button', { name: 'Mark resolved' }).click();
  await expect(playground.flow.getByRole('alert')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the header takes two rows and nothing goes beyond the screen, however much there is to say', async ({ page }) => {
    const playground = await new Playground(page).open('scenario=checkout&seed=7&fault=capture-payment:business-rejection');
    await playground.runTo(/1 completed · 1 compensated/);
    const wide = await page.evaluate(() => [...document.querySelectorAll('header, main, main > *, [role="toolbar"], [role="tablist"]')].filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5).map((element) => element.className));
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect((await page.getByRole('banner').boundingBox())!.height).toBeLessThan(100);
    expect(await page.getByRole('banner').getByRole('button').evaluateAll((buttons) => new Set(buttons.map((button) => Math.round(button.getBoundingClientRect().top))).size)).toBe(1);
  });
});
