/** The platform's storage errors, told apart by what can be done about them. */

/** No room left: nothing of the transaction was written. */
export class StorageFull extends Error {
  override readonly name = 'StorageFull';
}

/** The connection is gone or the transaction ended for a reason of the platform's: its state is unknown until the database is read again. */
export class StorageLost extends Error {
  override readonly name = 'StorageLost';
}

/** The database was laid out for another scenario. */
export class ForeignDatabase extends Error {
  override readonly name = 'ForeignDatabase';
}

/** An error of Dexie or IndexedDB as one of ours. Quota arrives as itself, or inside an AbortError (Dexie: `inner`). */
export function asStorageError(error: unknown): Error {
  const chain: unknown[] = [];
  for (let each: unknown = error; each && !chain.includes(each); each = (each as { inner?: unknown }).inner) chain.push(each);
  if (chain.some((each) => (each as { name?: unknown }).name === 'QuotaExceededError')) return new StorageFull('there is no room left', { cause: error });
  const { name, message } = (error ?? {}) as { name?: string; message?: string };
  return new StorageLost(`${name ?? 'AbortError'}: ${message ?? 'the transaction was aborted'}`, { cause: error });
}
