/** What holds for every durable store, as checks that need no test runner: Node runs them on memory and Dexie, a page on its own IndexedDB. */
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { Commit, Row, RowWrite, StoredEvent } from '#trace/records.ts';
import type { DatabaseDump, DurableStore } from './port.ts';

/** A fresh place for databases; `connect` makes a connection that is not open yet. Two connections with one name see one database. */
export interface StoreUnderTest {
  connect(name: string, definition: ProcessDefinition, contents?: DatabaseDump): DurableStore;
}
export interface ContractCase { readonly title: string; check(place: StoreUnderTest): Promise<void> }

const DEFINITION: ProcessDefinition = {
  id: 'inventory',
  participants: ['inventory'],
  tables: { stock: 'sku', numbered: 'id', inbox: 'key', events: 'position' },
  rows: { stock: [{ sku: 'mug', quantity: 5 }, { sku: 'book', quantity: 3 }], numbered: [{ id: 10, name: 'ten' }, { id: 9, name: 'nine' }] },
};

const event = (position: number, stream: string, version: number, id = `e${position}`): StoredEvent => ({
  id, position, stream, version, type: 'Reserved', service: 'inventory', saga: 's1', step: 'reserve', correlation: 's1', causation: 1, at: 7, data: { sku: 'mug' },
});
const put = (table: string, key: string, row: Row): RowWrite => ({ table, key, row });
const commit = (writes: readonly RowWrite[], events: readonly StoredEvent[] = []): Commit => ({ writes, events });
const stock = (sku: string, quantity: number): RowWrite => put('stock', sku, { sku, quantity });

async function opened(place: StoreUnderTest, name = 'db'): Promise<DurableStore> {
  const store = place.connect(name, DEFINITION);
  await store.open();
  return store;
}

/** Rows in the order of their keys: a table keeps none of its own. */
function sorted({ tables, events }: DatabaseDump): DatabaseDump {
  const rows = Object.entries(tables).map(([table, some]) => {
    const key = (row: Row): string => String(row[DEFINITION.tables[table]!]);
    return [table, [...some].sort((a, b) => (key(a) < key(b) ? -1 : 1))] as const;
  });
  return { tables: Object.fromEntries(rows), events };
}
const sameDump = (actual: DatabaseDump, expected: DatabaseDump, what: string): void => same(sorted(actual), sorted(expected), what);

function same(actual: unknown, expected: unknown, what: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) throw new Error(`${what}: expected ${b}, got ${a}`);
}

async function refused(work: Promise<void>, stream: string | null): Promise<void> {
  const error: unknown = await work.then(() => null, (reason: unknown) => reason);
  if (!(error instanceof Error)) throw new Error('expected CommitRefused, but it was committed');
  same([error.name, (error as Error & { stream?: string | null }).stream], ['CommitRefused', stream], 'refusal');
}

/** Runs commits that must be refused and checks that nothing changed, now and after reopening. */
async function leavesNothing(place: StoreUnderTest, before: readonly Commit[], bad: Commit, stream: string | null): Promise<void> {
  const store = await opened(place);
  for (const each of before) await store.commit(each);
  const expected = await store.dump();
  await refused(store.commit(bad), stream);
  sameDump(await store.dump(), expected, 'after the refusal');
  await store.commit(commit([stock('mug', 1)]));
  store.close();
  same((await (await opened(place)).dump()).events, expected.events, 'events after reopening');
}

export const STORE_CONTRACT: readonly ContractCase[] = [
  {
    title: 'a new database holds the rows of its definition',
    async check(place) {
      sameDump(await place.connect('db', DEFINITION).open(), { tables: { ...DEFINITION.rows, inbox: [] }, events: [] }, 'dump');
    },
  },
  {
    title: 'a commit writes rows and events together; reopening returns all of it (D46)',
    async check(place) {
      const store = await opened(place);
      await store.commit(commit([stock('mug', 4), put('inbox', 'k1', { key: 'k1', result: 'ok' })], [event(1, 'stock-mug', 1)]));
      await store.commit(commit([stock('mug', 3)], [event(4, 'stock-mug', 2), event(5, 'stock-book', 1)]));
      const expected = {
        tables: { stock: [{ sku: 'mug', quantity: 3 }, { sku: 'book', quantity: 3 }], numbered: DEFINITION.rows['numbered']!, inbox: [{ key: 'k1', result: 'ok' }] },
        events: [event(1, 'stock-mug', 1), event(4, 'stock-mug', 2), event(5, 'stock-book', 1)],
      };
      sameDump(await store.dump(), expected, 'dump');
      store.close();
      const again = place.connect('db', DEFINITION);
      sameDump(await again.open(), expected, 'reopened');
      await again.commit(commit([], [event(6, 'stock-mug', 3)]));
    },
  },
  {
    title: 'events come in the order of their positions; a commit of nothing is a commit',
    async check(place) {
      const store = await opened(place);
      await store.commit(commit([], [event(2, 'b', 1), event(10, 'a', 1)]));
      await store.commit(commit([]));
      await store.commit(commit([], [event(11, 'b', 2)]));
      same((await store.dump()).events.map(({ position }) => position), [2, 10, 11], 'positions');
    },
  },
  {
    title: 'deletes rows, also those with numbers for keys, and deleting what is not there changes nothing',
    async check(place) {
      const store = await opened(place);
      await store.commit(commit([{ table: 'numbered', key: '9', row: null }, { table: 'stock', key: 'none', row: null }]));
      store.close();
      const expected = { stock: DEFINITION.rows['stock']!, numbered: [{ id: 10, name: 'ten' }], inbox: [] };
      sameDump(await (await opened(place)).dump(), { tables: expected, events: [] }, 'tables');
    },
  },
  {
    title: 'a version that leaves a gap appends nothing, and no row either (D33, D34)',
    check: (place) => leavesNothing(place, [commit([], [event(1, 'a', 1)])], commit([stock('mug', 0)], [event(2, 'a', 3)]), 'a'),
  },
  {
    title: 'a version that is taken appends nothing, and no row either (D34)',
    check: (place) => leavesNothing(place, [commit([], [event(1, 'a', 1)])], commit([stock('mug', 0)], [event(2, 'a', 1)]), 'a'),
  },
  {
    title: 'an append of several events is all or nothing (D34)',
    check: (place) => leavesNothing(place, [], commit([stock('mug', 0)], [event(1, 'a', 1), event(2, 'a', 2), event(3, 'b', 2)]), 'b'),
  },
  {
    title: 'an event id or a position that was used is refused: events are immutable (D33)',
    async check(place) {
      await leavesNothing(place, [commit([], [event(3, 'a', 1)])], commit([stock('mug', 0)], [event(4, 'a', 2, 'e3')]), 'a');
      const store = await opened(place, 'other');
      await store.commit(commit([], [event(3, 'a', 1)]));
      await refused(store.commit(commit([], [event(3, 'a', 2, 'e9')])), 'a');
      await refused(store.commit(commit([], [event(2, 'a', 2)])), 'a');
    },
  },
  {
    title: 'a transaction that is rolled back leaves nothing, and the next one follows on (D28)',
    async check(place) {
      const store = await opened(place);
      await store.commit(commit([stock('mug', 4)], [event(1, 'a', 1)]));
      const expected = await store.dump();
      await store.rollBack(commit([stock('mug', 0), put('numbered', '9', { id: 9, name: 'gone' })], [event(2, 'a', 2)]));
      sameDump(await store.dump(), expected, 'after the rollback');
      await store.commit(commit([stock('mug', 3)], [event(2, 'a', 2)]));
      same((await store.dump()).events.length, 2, 'events');
    },
  },
  {
    title: 'a write to a table that does not exist leaves nothing of its commit',
    check: (place) => leavesNothing(place, [], commit([stock('mug', 0), put('nowhere', 'x', { id: 'x' })], [event(1, 'a', 1)]), null),
  },
  {
    title: 'databases side by side do not see each other (D27)',
    async check(place) {
      const [one, two] = [await opened(place, 'one'), await opened(place, 'two')];
      await Promise.all([one.commit(commit([stock('mug', 1)], [event(1, 'a', 1)])), two.commit(commit([stock('mug', 2)], [event(1, 'a', 1)]))]);
      const mug = ({ tables }: DatabaseDump): Row | undefined => tables['stock']!.find(({ sku }) => sku === 'mug');
      same([mug(await one.dump()), mug(await two.dump())], [{ sku: 'mug', quantity: 1 }, { sku: 'mug', quantity: 2 }], 'rows');
    },
  },
  {
    title: 'what was dumped does not change when commits go on',
    async check(place) {
      const store = await opened(place);
      const before = await store.dump();
      const copy = JSON.stringify(before);
      await store.commit(commit([stock('mug', 0)], [event(1, 'a', 1)]));
      same(JSON.stringify(before), copy, 'the earlier dump');
    },
  },
  {
    title: 'a database can begin with the contents of another one',
    async check(place) {
      const source = await opened(place, 'source');
      await source.commit(commit([stock('zebra', 1), stock('apple', 1)], [event(1, 'a', 1)]));
      const dump = await source.dump();
      const target = place.connect('target', DEFINITION, dump);
      sameDump(await target.open(), dump, 'contents');
      await target.commit(commit([], [event(2, 'a', 2)]));
      same((await target.dump()).events.length, 2, 'events');
    },
  },
  {
    title: 'a destroyed database is gone: opening makes a new one',
    async check(place) {
      const store = await opened(place);
      await store.commit(commit([stock('mug', 0)], [event(1, 'a', 1)]));
      await store.destroy();
      sameDump(await place.connect('db', DEFINITION).open(), { tables: { ...DEFINITION.rows, inbox: [] }, events: [] }, 'dump');
    },
  },
];
