import { describe, expect, test } from 'vitest';
import type { Commit, Row, RowWrite, StoredEvent } from '#trace/records.ts';
import { openMemory } from './memory.ts';
import { CommitRefused } from './port.ts';

const open = () => openMemory({ id: 'p', participants: ['p'], tables: { log: 'id', stock: 'sku', events: 'position' }, rows: { log: [{ id: 'a' }] } });
const put = (table: string, key: string, row: Row | null): RowWrite => ({ table, key, row });
const commit = (writes: readonly RowWrite[], events: readonly StoredEvent[] = []): Commit => ({ writes, events });
const event = (position: number, stream: string, version: number): StoredEvent => ({
  id: `e${position}`, position, stream, version, type: 'Reserved', service: 'p', saga: null, step: null, correlation: null, causation: 0, at: 0, data: {},
});

describe('the memory store', () => {
  test('shows a table that is read for the first time as all its commits left it, and goes on from there', () => {
    const database = open();
    database.commit(commit([put('log', 'b', { id: 'b', n: 1 }), put('log', 'c', { id: 'c' })]));
    database.commit(commit([put('log', 'a', null), put('log', 'b', { id: 'b', n: 2 })]));
    expect([...database.all('log')]).toEqual([{ id: 'b', n: 2 }, { id: 'c' }]);
    database.commit(commit([put('log', 'c', null), put('log', 'a', { id: 'a' })]));
    expect([...database.all('log')]).toEqual([{ id: 'b', n: 2 }, { id: 'a' }]);
    expect(database.count('log')).toBe(2);
  });

  test('writes nothing of a refused commit, in tables that were never read either', () => {
    const database = open();
    expect(() => database.commit(commit([put('log', 'b', { id: 'b' }), put('nowhere', 'x', {})]))).toThrow(CommitRefused);
    expect(() => database.commit(commit([put('log', 'b', { id: 'b' })], [event(1, 's', 2)]))).toThrow(CommitRefused);
    expect(database.dump()).toEqual({ tables: { log: [{ id: 'a' }], stock: [] }, events: [] });
  });

  test('answers for the right stream, whichever was asked about before', () => {
    const database = open();
    expect(database.version('s')).toBe(0);
    database.commit(commit([], [event(1, 's', 1), event(2, 't', 1)]));
    database.commit(commit([], [event(3, 's', 2)]));
    expect(['', 's', 't', 's'].map((stream) => database.version(stream))).toEqual([0, 2, 1, 2]);
    expect(database.stream('t').map(({ position }) => position)).toEqual([2]);
  });
});
