import { execFileSync } from 'node:child_process';
import { expect, test } from '@playwright/test';
import { Playground } from './playground.ts';

interface Scene { readonly faults: readonly string[]; readonly scenario?: string; readonly outcome: RegExp; readonly flow: string }

const COMPLETED = `
  reserve-inventory action committed
  reserve-inventory compensation idle
  process-payment action committed
  process-payment compensation idle
  create-order action committed`;
const TURNED_BACK = `
  reserve-inventory action committed
  reserve-inventory compensation compensated
  process-payment action committed
  process-payment compensation compensated
  create-order action failed`;

const SCENES: { readonly [title: string]: Scene } = {
  'nothing fails (D1)': { faults: [], outcome: /completed/i, flow: COMPLETED },
  'a transient error is retried': { faults: ['process-payment:transient-error'], outcome: /completed/i, flow: COMPLETED },
  'a lost reply is retried with the same key (D3)': { faults: ['process-payment:lost-reply'], outcome: /completed/i, flow: COMPLETED },
  'a lost request is retried': { faults: ['process-payment:lost-request'], outcome: /completed/i, flow: COMPLETED },
  'a delayed reply comes after the deadline': { faults: ['process-payment:delay'], outcome: /completed/i, flow: COMPLETED },
  'a duplicate has one effect (D30)': { faults: ['reserve-inventory:duplicate-delivery'], outcome: /completed/i, flow: COMPLETED },
  'a service crashes before its commit': { faults: ['process-payment:crash-before-commit'], outcome: /completed/i, flow: COMPLETED },
  'a service crashes after its commit (D8)': { faults: ['process-payment:crash-after-commit'], outcome: /completed/i, flow: COMPLETED },
  'the pivot is refused (D1, D4, D11)': { faults: ['create-order:business-rejection'], outcome: /compensated/i, flow: TURNED_BACK },
  'a compensation cannot succeed (D13)': {
    faults: ['create-order:business-rejection', 'process-payment:compensation-failure'], outcome: /intervention/i,
    flow: `
      reserve-inventory action committed
      reserve-inventory compensation idle
      process-payment action committed
      process-payment compensation stuck
      create-order action failed`,
  },
};

/** The same run on the command line, by the memory store. */
function onTheCommandLine(scenario: string, faults: readonly string[]): { outcome: string; traceHash: string } {
  const flags = faults.flatMap((fault) => ['--fault', fault]);
  let text: string;
  try {
    text = execFileSync('npx', ['tsx', 'src/cli/main.ts', 'run', scenario, '--seed', '7', '--json', ...flags], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    // A stuck saga exits with 1, and prints all the same.
    text = (error as { stdout: string }).stdout;
  }
  return JSON.parse(text) as { outcome: string; traceHash: string };
}

for (const [title, { faults, outcome, flow }] of Object.entries(SCENES)) {
  test(`${title}: workers with IndexedDB and the command line leave the same trace (D43)`, async ({ page }) => {
    const link = ['scenario=order', 'seed=7', ...faults.map((fault) => `fault=${fault}`)].join('&');
    const playground = await new Playground(page).open(link);
    await playground.runTo(outcome);
    await playground.expectFlow(flow);
    const { traceHash } = onTheCommandLine('order', faults);
    const shown = (await playground.hash.innerText()).replace(/[^0-9a-f]/g, '');
    expect(shown.length).toBeGreaterThanOrEqual(8);
    expect(traceHash.startsWith(shown)).toBe(true);
  });
}

test('run=1 runs by itself; the same link twice gives the same trace hash (D43)', async ({ browser }) => {
  const hashes: string[] = [];
  for (let visit = 0; visit < 2; visit += 1) {
    const context = await browser.newContext();
    const playground = await new Playground(await context.newPage()).open('scenario=checkout&seed=11&fault=capture-payment:lost-reply&run=1');
    await playground.fullSpeed();
    await playground.ended(/completed/i);
    hashes.push(await playground.hash.innerText());
    await context.close();
  }
  expect(hashes[0]).toBe(hashes[1]);
});

test('lang=es opens in Spanish', async ({ page }) => {
  await page.goto('./#scenario=order&seed=7&lang=es');
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  await expect(page.getByRole('button', { name: 'Ejecutar' })).toBeVisible();
  await expect(page.getByRole('group', { name: /^Reservar inventario/ })).toBeVisible();
});

for (const [title, link] of Object.entries({
  'an unknown failure kind': 'scenario=order&fault=process-payment:gremlins',
  'an unknown step': 'scenario=order&fault=pay-twice:lost-reply',
  'an unknown scenario': 'scenario=nowhere',
  'a seed that is no number': 'scenario=order&seed=seven',
  'a truncated document': 'doc=q1YqzkwvSizIVLJS',
})) {
  test(`a link with ${title} says so, and the page works all the same`, async ({ page }) => {
    const playground = await new Playground(page).open(link);
    await expect(page.getByRole('alert').first()).toBeVisible();
    await expect(playground.button('Run')).toBeEnabled();
  });
}
