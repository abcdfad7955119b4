/** IndexedDB without any library: the same tables and indexes, one strict transaction a commit, all its requests sent at once, nothing checked. */
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { Commit } from '#trace/records.ts';
import type { Store } from './store.ts';

export class RawStore implements Store {
  private readonly name: string;
  private readonly definition: ProcessDefinition;
  private database: IDBDatabase | null = null;

  constructor(name: string, definition: ProcessDefinition) {
    this.name = name;
    this.definition = definition;
  }

  async open(): Promise<void> {
    const request = indexedDB.open(this.name, 1);
    request.onupgradeneeded = () => {
      const { result } = request;
      for (const [table, keyPath] of Object.entries(this.definition.tables)) {
        const store = result.createObjectStore(table, { keyPath });
        if (table === 'events') {
          store.createIndex('[stream+version]', ['stream', 'version'], { unique: true });
          store.createIndex('id', 'id', { unique: true });
        }
        for (const row of this.definition.rows[table] ?? []) store.add(row);
      }
    };
    this.database = await settled(request);
  }

  commit(commit: Commit): Promise<void> {
    const stores = new Set(commit.writes.map(({ table }) => table));
    if (commit.events.length > 0) stores.add('events');
    const transaction = this.database!.transaction([...stores], 'readwrite', { durability: 'strict' });
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => { resolve(); };
      transaction.onabort = () => { reject(transaction.error ?? new Error('aborted')); };
      for (const { table, key, row } of commit.writes) {
        if (row === null) transaction.objectStore(table).delete(key);
        else transaction.objectStore(table).put(row);
      }
      for (const event of commit.events) transaction.objectStore('events').add(event);
      transaction.commit();
    });
  }

  async dump(): ReturnType<Store['dump']> {
    const tables = Object.keys(this.definition.tables);
    const transaction = this.database!.transaction(tables);
    const all = await Promise.all(tables.map((table) => settled(transaction.objectStore(table).getAll() as IDBRequest<unknown[]>)));
    const rows = Object.fromEntries(tables.map((table, index) => [table, all[index]!]));
    return { tables: rows, events: rows['events'] ?? [] };
  }

  async destroy(): Promise<void> {
    this.database!.close();
    await settled(indexedDB.deleteDatabase(this.name));
  }
}

const settled = <T>(request: IDBRequest<T>): Promise<T> => new Promise((resolve, reject) => {
  request.onsuccess = () => { resolve(request.result); };
  request.onerror = () => { reject(request.error ?? new Error('failed')); };
});
