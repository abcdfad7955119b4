/** As little of IndexedDB as promises: for the library, which the page opens before anything else and which therefore does without Dexie. */

/** Opens a database of one version. @throws the platform's error. */
export function openDatabase(factory: IDBFactory, name: string, create: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => create(request.result);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error(`${name} cannot be opened`));
  });
}

/** Runs `work` in one transaction; resolves with what its request gave when the transaction is complete. @throws the platform's error. */
export function inTransaction<T>(
  database: IDBDatabase, stores: readonly string[], mode: 'readonly' | 'readwrite', durability: IDBTransactionDurability, work: (transaction: IDBTransaction) => IDBRequest<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction([...stores], mode, { durability });
    const request = work(transaction);
    transaction.oncomplete = () => resolve(request.result);
    transaction.onabort = () => reject(transaction.error ?? new Error('the transaction was aborted'));
  });
}

/** Deletes a database; resolves also when there was none. */
export function deleteDatabase(factory: IDBFactory, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = factory.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error ?? new Error(`${name} cannot be deleted`));
  });
}
