import { writeFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

const dialog = (playground: Playground) => playground.page.getByRole('dialog');

async function importText(playground: Playground, name: string, content: string | Buffer): Promise<void> {
  await playground.page.getByRole('button', { name: 'Import', exact: true }).click();
  // A file on disk: the browser opens it by itself, whatever its size.
  const file = test.info().outputPath(name);
  writeFileSync(file, content);
  await playground.page.locator('input[type="file"]').setInputFiles(file);
}
/** After what the file holds was summed up. */
const openImported = async (playground: Playground): Promise<void> => dialog(playground).getByRole('button', { name: 'Open', exact: true }).click();

test('a run that was exported and is imported replays to the same trace hash, and says so (D43)', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:lost-reply');
  await playground.runTo(/completed/i);
  const hash = await playground.hash.innerText();
  const { name, text } = await playground.exportAs(/run/i);
  expect(name).toMatch(/\.json$/);
  expect(JSON.parse(text)).toMatchObject({ format: 'sagascope/run', seed: 7 });

  const elsewhere = await new Playground(await (await page.context().browser()!.newContext({ baseURL: test.info().project.use.baseURL! })).newPage()).open('scenario=checkout&seed=3');
  await importText(elsewhere, name, text);
  await openImported(elsewhere);
  await expect(elsewhere.page.getByText(/same trace hash|replays to the same/i).first()).toBeVisible();
  await expect(elsewhere.hash).toHaveText(hash);

  const forged = text.replace(/"traceHash":\s*"[0-9a-f]+"/, '"traceHash": "0000000000000000"');
  await importText(elsewhere, name, forged);
  await openImported(elsewhere);
  await expect(elsewhere.page.getByText(/does not replay/i).first()).toBeVisible();
});

test('the event log is exported as CloudEvents, NDJSON and CSV', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.runTo(/completed/i);
  const events = JSON.parse((await playground.exportAs(/CloudEvents/)).text) as { specversion: string; id: string; source: string; type: string }[];
  expect(events.map(({ specversion }) => specversion)).toEqual(['1.0', '1.0', '1.0']);
  expect(events.map(({ type }) => type)).toEqual([expect.stringMatching(/InventoryReserved$/), expect.stringMatching(/PaymentProcessed$/), expect.stringMatching(/OrderCreated$/)]);
  const csv = (await playground.exportAs(/CSV/)).text;
  expect(csv.trim().split(/\r?\n/)).toHaveLength(4);
});

test('the graph is exported as SVG and as PNG', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:business-rejection');
  await playground.runTo(/compensated/i);
  const svg = (await playground.exportAs(/SVG/)).text;
  expect(svg).toMatch(/^<(\?xml|svg)/);
  expect(svg).toContain('Process payment');
  expect((await playground.exportAs(/PNG/)).name).toMatch(/\.png$/);
});

test('Share gives a link that reopens the scene', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=9');
  await playground.drag('Lost reply', playground.step('process-payment'));
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  const link = await dialog(playground).getByRole('textbox').first().inputValue();
  expect(link).toContain('scenario=order');
  expect(link).toContain('seed=9');
  expect(link).toContain('fault=process-payment:lost-reply');
  const again = await page.context().newPage();
  await again.goto(link);
  await expect(new Playground(again).step('process-payment').getByRole('button', { name: /Lost reply/ })).toBeVisible();
});

const order = { format: 'sagascope/scenario', version: 1 };
for (const [title, name, content, complaint] of [
  ['that is no JSON', 'broken.json', '{ "format": ', /line 1/i],
  ['that is empty', 'empty.json', '', /empty/i],
  ['that is a picture', 'cat.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /picture|image|text/i],
  ['with a __proto__ key', 'proto.json', '{"format":"sagascope/scenario","version":1,"__proto__":{"polluted":true}}', /__proto__/],
  ['of another kind', 'other.json', '{"hello":"world"}', /format/i],
  ['with nesting without end', 'deep.json', `${'['.repeat(5000)}${']'.repeat(5000)}`, /deep|nest|levels/i],
  ['of 50 MB', 'huge.json', Buffer.alloc(50 * 1024 * 1024, 0x20), /10 MB|too large|larger/i],
  ['of a newer version', 'newer.json', JSON.stringify({ ...order, version: 99 }), /version/i],
] as const) {
  test(`a file ${title} gets a clear error, and the work at hand stays`, async ({ page }) => {
    const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:lost-reply');
    await importText(playground, name, content);
    await expect(page.getByRole('alert').filter({ hasText: complaint }).first()).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(playground.step('process-payment').getByRole('button', { name: /Lost reply/ })).toBeVisible();
    await expect(playground.button('Run')).toBeEnabled();
  });
}
