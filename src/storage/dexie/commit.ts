/** The hot path: one commit as one strict transaction of raw IndexedDB, with all its requests sent at once. */
import type { Commit } from '#trace/records.ts';
import { CommitRefused } from '../port.ts';
import { asStorageError } from './errors.ts';
import { COMMITS, commitRow } from './schema.ts';

/**
 * Writes `commit` as the database's `number`th. Resolves when the transaction is complete on disk.
 * Two writers cannot both write number n, so what the caller knows of the database is still true when this resolves.
 * @throws CommitRefused (nothing written), StorageFull (nothing written), StorageLost (state unknown).
 */
export function writeCommit(database: IDBDatabase, commit: Commit, number: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = open(database, commit);
    let refused: CommitRefused | null = null;
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(refused ?? asStorageError(transaction.error));
    const refuse = (request: IDBRequest, why: string, stream: string | null): void => {
      request.onerror = () => {
        if (request.error?.name === 'ConstraintError') refused ??= new CommitRefused(why, stream);
      };
    };
    try {
      refuse(transaction.objectStore(COMMITS).add(commitRow(number, commit)), `another connection has written commit ${number}`, null);
      for (const { table, key, row } of commit.writes) {
        const store = transaction.objectStore(table);
        if (row !== null) store.put(row);
        else for (const each of keysOf(key)) store.delete(each);
      }
      for (const event of commit.events) {
        refuse(transaction.objectStore('events').add(event), `event ${event.id} or its version ${event.version} is already stored`, event.stream);
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

function open(database: IDBDatabase, commit: Commit): IDBTransaction {
  const stores = new Set([COMMITS]);
  for (const { table } of commit.writes) stores.add(table);
  if (commit.events.length > 0) stores.add('events');
  return database.transaction([...stores], 'readwrite', { durability: 'strict' });
}
