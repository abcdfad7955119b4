import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { Playground } from './playground.ts';

interface Database { readonly name: string; readonly stores: { readonly [store: string]: readonly unknown[] } }

/** What a browser's storage inspector shows: every database of the run, with all its rows. */
const storageInspector = (page: Page): Promise<readonly Database[]> => page.evaluate(async () => {
  const open = (name: string): Promise<IDBDatabase> => new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error(`cannot open ${name}`));
  });
  const all = (database: IDBDatabase, store: string): Promise<unknown[]> => new Promise((resolve, reject) => {
    const request = database.transaction(store).objectStore(store).getAll();
    request.onsuccess = () => resolve(request.result as unknown[]);
    request.onerror = () => reject(new Error(`cannot read ${store}`));
  });
  const found: Database[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (!/^sagascope-.+-(users|inventory|payments|orders|orchestrator|projector)$/.test(name ?? '')) continue;
    const database = await open(name!);
    const stores: { [store: string]: unknown[] } = {};
    for (const store of database.objectStoreNames) stores[store] = await all(database, store);
    database.close();
    found.push({ name: name!, stores });
  }
  return found;
});
const databaseOf = (databases: readonly Database[], process: string): Database => databases.find(({ name }) => name.endsWith(`-${process}`))!;

test('each process has an IndexedDB database of its own, with exactly what the panels show (D27)', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:business-rejection');
  await playground.runTo(/compensated/i);
  await expect(playground.button('Run')).toBeVisible();
  const databases = await storageInspector(page);
  expect(databases.map(({ name }) => name.split('-').at(-1)!).toSorted((a, b) => a.localeCompare(b))).toEqual(['inventory', 'orchestrator', 'orders', 'payments', 'projector', 'users']);
  const inventory = databaseOf(databases, 'inventory');
  expect(inventory.stores['stock']).toEqual(expect.arrayContaining([{ sku: 'book', name: 'Book', available: 10, reserved: 0 }]));
  expect((inventory.stores['events'] as { type: string }[]).map(({ type }) => type)).toEqual(['InventoryReserved', 'InventoryReleased']);
  expect(databaseOf(databases, 'orchestrator').stores['sagas']).toMatchObject([{ id: 'saga-1', status: 'compensated' }]);

  await page.getByRole('tab', { name: /Databases/ }).click();
  await playground.databases.getByRole('tab', { name: /Inventory/ }).click();
  await expect(playground.databases.getByText(inventory.name)).toBeVisible();
  for (const row of inventory.stores['stock'] as { sku: string; available: number }[]) {
    await expect(playground.databases.getByRole('row').filter({ hasText: row.sku }).filter({ hasText: String(row.available) }).first()).toBeVisible();
  }
});

test('a crash failure point ends the worker, and its restart reads the database', async ({ page }) => {
  const started: string[] = [];
  const ended: string[] = [];
  page.on('worker', (worker) => {
    started.push(worker.url());
    worker.on('close', () => ended.push(worker.url()));
  });
  const playground = await new Playground(page).open('scenario=order&seed=7&fault=process-payment:crash-after-commit');
  await playground.runTo(/completed/i);
  expect(started.length).toBe(7);
  expect(ended.length).toBe(1);
  const payments = databaseOf(await storageInspector(page), 'payments');
  expect((payments.stores['events'] as unknown[]).length).toBe(1);
});

test('a reload in the middle loses nothing that was acknowledged, and the run goes on from the databases (D46)', async ({ page }) => {
  const playground = await new Playground(page).open('scenario=order&seed=7');
  await playground.run();
  await expect(playground.step('reserve-inventory')).toHaveAttribute('data-status', 'committed');
  await playground.button('Pause').click();
  const before = databaseOf(await storageInspector(page), 'inventory');
  const hashBefore = await playground.hash.innerText();
  expect((before.stores['events'] as unknown[]).length).toBe(1);

  await page.reload();
  await expect(playground.step('reserve-inventory')).toHaveAttribute('data-status', 'committed');
  const after = databaseOf(await storageInspector(page), 'inventory');
  expect(after.name).toBe(before.name);
  expect(after.stores['events']).toEqual(before.stores['events']);
  expect(after.stores['stock']).toEqual(before.stores['stock']);
  expect(await playground.hash.innerText()).not.toBe(hashBefore);
  await playground.runTo(/completed/i);
  const end = databaseOf(await storageInspector(page), 'inventory');
  expect((end.stores['events'] as unknown[]).length).toBe(1);
});
