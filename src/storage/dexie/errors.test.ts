import { describe, expect, it } from 'vitest';
import { asStorageError, StorageFull, StorageLost } from './errors.ts';

describe('an error of the platform', () => {
  it.each([
    ['raw IndexedDB', new DOMException('', 'QuotaExceededError')],
    ['Dexie, which wraps it', Object.assign(new Error('aborted'), { name: 'AbortError', inner: new DOMException('', 'QuotaExceededError') })],
  ])('of a full disk is recognised as such from %s', (_, error) => {
    expect(asStorageError(error)).toBeInstanceOf(StorageFull);
  });

  it('of any other kind leaves the state unknown, and keeps its words', () => {
    expect(asStorageError(new DOMException('server lost', 'UnknownError'))).toMatchObject({ name: 'StorageLost', message: 'UnknownError: server lost' });
    expect(asStorageError(null)).toBeInstanceOf(StorageLost);
  });
});
