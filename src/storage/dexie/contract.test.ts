import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, it } from 'vitest';
import { STORE_CONTRACT } from '../contract.ts';
import type { StoreUnderTest } from '../contract.ts';
import { DexieStore } from './store.ts';

const freshPlace = (): StoreUnderTest => {
  const platform = { indexedDB: new IDBFactory(), IDBKeyRange };
  return { connect: (run, definition, contents) => new DexieStore({ run, definition, layout: 'h', ...(contents && { contents }) }, platform) };
};

describe('the store contract on Dexie', () => {
  it.each(STORE_CONTRACT)('$title', (rule) => rule.check(freshPlace()));
});
