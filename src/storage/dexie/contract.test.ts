import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '#trace/records.ts';
import { STORE_CONTRACT } from '../contract.ts';
import type { StoreUnderTest } from '../contract.ts';
import { CommitRefused } from '../port.ts';
import { DexieStore } from './store.ts';

const freshPlace = (): StoreUnderTest => {
  const platform = { indexedDB: new IDBFactory(), IDBKeyRange };
  return { connect: (run, definition, contents) => new DexieStore({ run, definition, layout: 'h', ...(contents && { contents }) }, platform) };
};

describe('the store contract on Dexie', () => {
  it('a connection that another one overtook cannot append what is appended already (D34)', async () => {
    const place = freshPlace();
    const definition = { id: 'orders', participants: [], tables: { inbox: 'key', events: 'position' }, rows: {} };
    const [old, fresh] = [place.connect('db', definition), place.connect('db', definition)];
    const event = (position: number): StoredEvent => ({
      id: `e${position}`, position, stream: 'a', version: 1, type: 'Made', service: 'orders', saga: null, step: null, correlation: null, causation: 1, at: 0, data: {},
    });
    await old.open();
    await fresh.open();
    await fresh.commit({ writes: [], events: [event(1)] });
    await expect(old.commit({ writes: [{ table: 'inbox', key: 'k', row: { key: 'k' } }], events: [event(2)] })).rejects.toThrow(CommitRefused);
    expect(await fresh.dump()).toEqual({ tables: { inbox: [] }, events: [event(1)] });
  });


  it.each(STORE_CONTRACT)('$title', (rule) => rule.check(freshPlace()));
});
