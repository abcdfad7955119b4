import { expect, test } from '@playwright/test';
import { order } from '../src/scenarios/presets/order.ts';
import { Playground } from './playground.ts';

test('no name of a scenario can hide or turn around what stands beside it, on the screen or to a screen reader', async ({ page }) => {
  const evil = (name: string) => ({ en: `${name}\u202E\u200Bx`, es: name });
  const scenario = {
    ...order, id: 'evil', name: evil('Order'),
    services: order.services.map((service) => ({ ...service, name: evil(service.id) })),
    saga: { ...order.saga, steps: order.saga.steps.map((step) => ({ ...step, name: evil(step.id) })) },
    projections: order.projections.map((projection) => ({ ...projection, name: evil(projection.id) })),
  };
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  await page.locator('input[type="file"]').setInputFiles({ name: 'evil.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(scenario)) });
  await page.getByRole('dialog').getByRole('button', { name: 'Open', exact: true }).click();
  await expect(playground.step('process-payment')).toHaveAccessibleName('process-payment\\u202E\\u200Bx');
  await playground.runTo(/completed/i);
  const found = await page.evaluate(() => {
    const unseen = /[\u202E\u200B]/;
    const attributes = [...document.querySelectorAll('*')].flatMap((element) => [...element.attributes].filter(({ value }) => unseen.test(value)).map(({ name }) => `${element.tagName} ${name}`));
    return [...attributes, ...(unseen.test(document.body.innerText) ? ['text'] : [])];
  });
  expect(found).toEqual([]);
});

test('a seed beyond 32 bits is refused with the reason; the largest is taken', async ({ page }) => {
  await new Playground(page).open('scenario=order&seed=7');
  const seed = page.getByLabel('Seed');
  await seed.fill('4294967296');
  await seed.press('Enter');
  await expect(page.getByRole('alert').filter({ hasText: '4,294,967,295' })).toBeVisible();
  await expect(seed).toHaveValue('7');
  await seed.fill('4294967295');
  await seed.press('Enter');
  await expect(seed).toHaveValue('4294967295');
});
