import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [language, region] of [['en', 'Saga flow'], ['es', 'Flujo de la saga']] as const) {
    test(`no accessibility rule is broken: ${colorScheme}, ${language}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(`./#scenario=order&seed=7&fault=process-payment:business-rejection&lang=${language}&run=1`);
      await expect(page.getByRole('region', { name: region })).toBeVisible();
      await expect(page.locator('[role="status"][data-ended="true"]')).toBeVisible({ timeout: 30_000 });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).slice(0, 3).join(' | ')}`)).toEqual([]);
    });
  }
}

test('the names of the contract are there', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  for (const region of [playground.flow, playground.palette, playground.log, playground.projections, playground.playback]) await expect(region).toBeVisible();
  for (const name of ['Run', 'Step', 'Restart']) await expect(playground.button(name)).toBeVisible();
  for (const name of ['Timeline', 'Speed']) await expect(playground.playback.getByRole('slider', { name })).toBeVisible();
  for (const name of ['Share', 'Export', 'Import']) await expect(page.getByRole('button', { name, exact: true })).toBeVisible();
  await expect(playground.outcome).toBeVisible();
  await expect(playground.hash).toBeVisible();
  await expect(page.getByRole('group', { name: /^Reserve inventory/ })).toHaveAttribute('data-step', 'reserve-inventory');
  await page.getByRole('tab', { name: /Databases/ }).click();
  await expect(playground.databases).toBeVisible();
});

test('on a laptop the page itself does not scroll', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await new Playground(page).open('scenario=checkout&seed=7');
  const { scroll, view } = await page.evaluate(() => ({ scroll: document.documentElement.scrollHeight, view: window.innerHeight }));
  expect(scroll).toBeLessThanOrEqual(view);
});

for (const [width, height] of [[1024, 700], [390, 844]] as const) {
  test(`nothing spills over at ${width} by ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const playground = await new Playground(page).open('scenario=order&seed=7&run=1');
    await expect(playground.flow).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}
