/** The store's port: one database of one process. One contract suite (storage/contract.ts) holds for every implementation. */
import type { DatabaseReader, ProcessDefinition } from '#kernel/participant.ts';
import type { Commit, Row, StoredEvent } from '#trace/records.ts';

/** Everything that a database holds, as plain rows: table -> rows, in no particular order; events in position order. */
export interface DatabaseDump { readonly tables: { readonly [table: string]: readonly Row[] }; readonly events: readonly StoredEvent[] }

/** A stream had another version than expected, or a row broke its table's rule: nothing was written (D34). */
export class CommitRefused extends Error {
  override readonly name = 'CommitRefused';
  readonly stream: string | null;
  constructor(message: string, stream: string | null = null) { super(message); this.stream = stream; }
}

/**
 * A durable database. `commit` resolves only after the transaction completed with strict durability; then, and only then, the commit
 * may be acknowledged. Rejects with CommitRefused (nothing written) or with the platform's error (state unknown: reopen and read).
 */
export interface DurableStore {
  /** Opens (creates and seeds on first opening) and returns what is in it. */
  open(): Promise<DatabaseDump>;
  commit(commit: Commit): Promise<void>;
  /** Begins the commit's transaction, writes all of it, and rolls it back: nothing of it is kept. */
  rollBack(commit: Commit): Promise<void>;
  dump(): Promise<DatabaseDump>;
  close(): void;
  /** Deletes the whole database. */
  destroy(): Promise<void>;
}

/** The in-memory database: a reader whose commits are synchronous, atomic and checked. It is also the worker's mirror of its disk. */
export interface MemoryDatabase extends DatabaseReader {
  commit(commit: Commit): void;
  dump(): DatabaseDump;
}
export type OpenMemory = (definition: ProcessDefinition, dump?: DatabaseDump) => MemoryDatabase;
