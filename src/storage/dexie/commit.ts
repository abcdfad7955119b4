/** The hot path: one commit as one strict transaction of raw IndexedDB, with all its requests sent at once. */
import type { Commit } from '#trace/records.ts';
import { CommitRefused } from '../port.ts';
import { asStorageError } from './errors.ts';

/** Begins the transaction of a commit. @throws InvalidStateError when the connection is gone; nothing was written then. */
export function beginCommit(database: IDBDatabase, commit: Commit): IDBTransaction {
  const stores = new Set<string>();
  for (const { table } of commit.writes) stores.add(table);
  if (commit.events.length > 0) stores.add('events');
  return database.transaction([...stores], 'readwrite', { durability: 'strict' });
}

function put(transaction: IDBTransaction, { writes }: Commit): void {
  for (const { table, key, row } of writes) {
    const store = transaction.objectStore(table);
    if (row !== null) store.put(row);
    else for (const each of keysOf(key)) store.delete(each);
  }
}

/** Writes the commit, aborts its transaction, and resolves when the database has taken it all back. */
export function rollBackCommit(transaction: IDBTransaction, commit: Commit): Promise<void> {
  return new Promise((resolve) => {
    transaction.onabort = () => resolve();
    put(transaction, commit);
    for (const event of commit.events) transaction.objectStore('events').add(event);
    transaction.abort();
  });
}

/**
 * Writes the commit and resolves when its transaction is complete on disk.
 * @throws CommitRefused (nothing written), StorageFull (nothing written), StorageLost (state unknown).
 */
export function writeCommit(transaction: IDBTransaction, commit: Commit): Promise<void> {
  return new Promise((resolve, reject) => {
    let refused: CommitRefused | null = null;
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(refused ?? asStorageError(transaction.error));
    try {
      put(transaction, commit);
      for (const event of commit.events) {
        const request = transaction.objectStore('events').add(event);
        request.onerror = () => {
          if (request.error?.name === 'ConstraintError') refused ??= new CommitRefused(`event ${event.id} or version ${event.version} of ${event.stream} is already stored`, event.stream);
        };
      }
      transaction.commit();
    } catch (error) {
      refused = new CommitRefused(`a row cannot be stored: ${error instanceof Error ? error.message : String(error)}`);
      transaction.abort();
    }
  });
}

/** A key as it may be in the rows: a column of numbers is keyed by numbers. */
function keysOf(key: string): readonly IDBValidKey[] {
  const number = Number(key);
  return key !== '' && String(number) === key ? [key, number] : [key];
}
