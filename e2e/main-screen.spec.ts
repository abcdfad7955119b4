import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

test('a first visit finds the saga running, with one hint; once dismissed, it stays away', async ({ page }) => {
  const playground = await new Playground(page).open();
  await expect(playground.button('Pause')).toBeVisible();
  await expect(playground.flow.getByText('Drag a failure onto a step', { exact: true })).toBeVisible();
  await expect(playground.step('reserve-inventory')).toHaveAttribute('data-status', 'committed', { timeout: 20_000 });
  await playground.button('Pause').click();
  await playground.flow.getByRole('button', { name: 'Got it' }).click();
  await expect(playground.flow.getByRole('button', { name: 'Got it' })).toBeHidden();
  await page.reload();
  await expect(playground.step('reserve-inventory')).toBeVisible();
  await expect(playground.flow.getByRole('button', { name: 'Got it' })).toBeHidden();
});

test('keys: Space runs and pauses, the arrow steps, Home restarts, ? explains; not while typing', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await page.keyboard.press('ArrowRight');
  await expect(playground.step('reserve-inventory')).toHaveAttribute('data-status', 'running');
  await page.keyboard.press('Space');
  await expect(playground.button('Pause')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(playground.button('Run')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(playground.step('reserve-inventory')).toHaveAttribute('data-status', 'idle');
  await page.getByRole('spinbutton', { name: 'Seed' }).focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog')).toBeHidden();
  await playground.step('process-payment').focus();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Help' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('arrow keys walk over the groups of the graph, and Enter inspects a step', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.step('reserve-inventory').focus();
  await page.keyboard.press('ArrowDown');
  await expect(playground.step('reserve-inventory', 'compensation')).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  await expect(playground.step('process-payment')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(playground.step('process-payment')).toHaveAttribute('data-selected', 'true');
});

test('a failure in the hand: places that may not take it offer nothing, Escape puts it down', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.kind('Compensation failure').click();
  await expect(playground.flow.getByRole('button', { name: /Place here/ })).toHaveCount(2);
  await page.keyboard.press('Escape');
  await expect(playground.flow.getByRole('button', { name: /Place here/ })).toHaveCount(0);
});

test('a compensation failure let go over an action goes to its compensation; over a step without one it is refused', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.kind('Compensation failure').dragTo(playground.step('create-order'));
  await expect(playground.flow.locator('[data-failure]')).toHaveCount(0);
  await playground.kind('Compensation failure').dragTo(playground.step('process-payment'));
  await expect(playground.step('process-payment', 'compensation').getByRole('button', { name: /Compensation failure/ })).toBeVisible();
});

test('a crash on a service shows its lane down until the restart', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.kind('Crash before commit').dragTo(playground.flow.locator('[role="group"][data-process="payments"]'));
  await playground.run();
  const lane = playground.flow.locator('[role="group"][data-process="payments"]');
  await expect(lane).toHaveAttribute('data-down', 'true', { timeout: 20_000 });
  await expect(lane).toContainText('down');
  await expect(lane).toHaveAttribute('data-down', 'false', { timeout: 20_000 });
});

test('a person decides about a stuck saga: skipping asks for a reason, and the saga ends as resolved by hand (D13)', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=create-order:business-rejection&fault=process-payment:compensation-failure');
  await playground.runTo(/intervention/i);
  const decision = page.getByRole('region', { name: 'saga-1 is stuck' });
  await decision.getByRole('button', { name: 'Skip' }).click();
  await expect(decision.getByRole('alert')).toBeVisible();
  await decision.getByRole('textbox', { name: 'Reason' }).fill('refunded at the desk');
  await decision.getByRole('button', { name: 'Skip' }).click();
  await expect(playground.outcome).toHaveText(/resolved by hand/i, { timeout: 20_000 });
  await expect(playground.step('process-payment', 'compensation')).toHaveAttribute('data-status', 'skipped');
  await expect(playground.step('reserve-inventory', 'compensation')).toHaveAttribute('data-status', 'compensated');
});

test('a workload of several orders is counted on the steps, and any of its sagas can be followed', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await page.getByRole('button', { name: 'Place an order' }).click();
  const form = page.getByRole('dialog');
  await form.getByRole('spinbutton', { name: 'Orders', exact: true }).fill('3');
  await form.getByRole('button', { name: 'Start with these orders' }).click();
  await playground.runTo(/3 of 3/);
  const select = page.getByRole('combobox', { name: 'Saga followed' });
  await select.focus();
  await select.selectOption('saga-2');
  await expect(select).toHaveValue('saga-2');
});

test('the language changes without a reload', async ({ page }) => {
  await new Playground(page).open('scenario=order&seed=7');
  await page.getByRole('button', { name: 'Español' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.locator('[data-step="reserve-inventory"][data-phase="action"]')).toHaveAccessibleName('Reservar inventario');
  await expect(page.getByRole('region', { name: 'Puntos de fallo' })).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  test('a tap takes a failure from the sheet, another places it', async ({ page }) => {
    const playground = await new Playground(page).open('scenario=order&seed=7');
    await page.getByRole('button', { name: 'Add a failure' }).tap();
    await playground.kind('Business rejection').tap();
    await playground.step('process-payment').getByRole('button', { name: /Place here/ }).tap();
    await expect(playground.step('process-payment').getByRole('button', { name: /Business rejection/ })).toBeVisible();
  });

  test('a finger drags a failure onto a step', async ({ page }) => {
    const playground = await new Playground(page).open('scenario=order&seed=7');
    await page.getByRole('button', { name: 'Add a failure' }).tap();
    const from = (await playground.kind('Lost reply').boundingBox())!;
    const to = (await playground.step('process-payment').boundingBox())!;
    const finger = await page.context().newCDPSession(page);
    const at = (x: number, y: number) => [{ x, y }];
    await finger.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(from.x + 20, from.y + 20) });
    for (let part = 1; part <= 6; part += 1) {
      const [x, y] = [from.x + 20, from.y + 20].map((start, axis) => start + (((axis === 0 ? to.x + 30 : to.y + 15) - start) * part) / 6) as [number, number];
      await finger.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(x, y) });
    }
    await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(playground.step('process-payment').getByRole('button', { name: /Lost reply/ })).toBeVisible();
  });
});

test('messages jump under reduced motion, and travel otherwise', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const playground = await new Playground(page).open('scenario=order&seed=7');
  const token = playground.flow.locator('[data-message]').first();
  await expect(token).toBeAttached();
  const placed = await token.evaluate((element) => (element as HTMLElement).style.transform);
  const timeline = playground.playback.getByRole('slider', { name: 'Timeline' });
  await playground.button('Step').click();
  await timeline.focus();
  await timeline.press('Home');
  await expect(token).toHaveCSS('transform', /matrix/);
  expect(await token.evaluate((element) => (element as HTMLElement).style.transform)).toBe(placed);
});
