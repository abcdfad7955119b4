import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { describe, it } from 'vitest';
import { openMemory } from './memory.ts';
import { MemoryDisk } from './memory-disk.ts';
import { STORE_CONTRACT } from './contract.ts';
import type { StoreUnderTest } from './contract.ts';
import { DexieStore } from './dexie/store.ts';

const stores: { readonly [name: string]: () => StoreUnderTest } = {
  memory: () => new MemoryDisk(openMemory),
  dexie: () => {
    const platform = { indexedDB: new IDBFactory(), IDBKeyRange };
    return { connect: (run, definition, contents) => new DexieStore({ run, definition, layout: 'h', ...(contents && { contents }) }, platform) };
  },
};

describe.each(Object.keys(stores))('the store contract on %s', (name) => {
  it.each(STORE_CONTRACT)('$title', ({ check }) => check(stores[name]!()));
});
