/** What needs Dexie in this thread: reading a run's databases after power loss, and processes of tests. Loaded when it is needed. */
import { databaseName } from '#storage/dexie/schema.ts';
import { DexieStore } from '#storage/dexie/store.ts';
import type { IndexedDbPlatform } from '#storage/dexie/store.ts';
import type { DatabaseDump } from '#storage/port.ts';
import { deleteDatabase } from '../indexed-db.ts';
import { LocalHost } from './local-hosts.ts';
import type { HostMaker, HostOrder } from './process-host.ts';

const storeOf = ({ run, definition, layout, contents }: HostOrder, platform?: IndexedDbPlatform): DexieStore =>
  new DexieStore({ run, definition, layout, ...(contents && { contents }) }, platform);

/** What a database holds; null when there is none. @throws the store's error. */
export async function readDatabase(order: HostOrder, platform?: IndexedDbPlatform): Promise<DatabaseDump | null> {
  const store = storeOf(order, platform);
  if (!(await store.exists())) return null;
  try {
    return await store.open();
  } finally {
    store.close();
  }
}

/** Processes in this thread over IndexedDB. */
export const localIndexedDbHosts = (platform: IndexedDbPlatform): HostMaker => ({
  storage: 'indexeddb',
  make: (order) => new LocalHost(order, storeOf(order, platform)),
  read: (order) => readDatabase(order, platform),
  async destroy(run, definitions) {
    await Promise.allSettled(definitions.map(({ id }) => deleteDatabase(platform.indexedDB, databaseName(run, id))));
  },
});
