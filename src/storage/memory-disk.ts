/** A disk made of memory: a DurableStore for tests, and for browsers that refuse storage. It outlives its connections, not its tab. */
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { Commit } from '#trace/records.ts';
import type { DatabaseDump, DurableStore, MemoryDatabase, OpenMemory } from './port.ts';
import { CommitRefused } from './port.ts';

interface Stored { readonly database: MemoryDatabase; commits: number }
export interface StoreContents { readonly dump: DatabaseDump; readonly commits: number }

/** All databases that were created on it, by name. */
export class MemoryDisk {
  private readonly files = new Map<string, Stored>();
  private readonly openMemory: OpenMemory;
  constructor(openMemory: OpenMemory) { this.openMemory = openMemory; }

  /** A connection to the database `name`; `contents` instead of the definition's rows where it does not exist yet. */
  connect(name: string, definition: ProcessDefinition, contents?: StoreContents): DurableStore {
    return new MemoryConnection(
      () => {
        const stored = this.files.get(name) ?? { database: this.openMemory(definition, contents?.dump), commits: contents?.commits ?? 0 };
        this.files.set(name, stored);
        return stored;
      },
      () => { this.files.delete(name); },
    );
  }
}

class MemoryConnection implements DurableStore {
  private stored: Stored | null = null;
  private seen = 0;
  private readonly find: () => Stored;
  private readonly remove: () => void;
  constructor(find: () => Stored, remove: () => void) {
    this.find = find;
    this.remove = remove;
  }

  get commits(): number { return this.seen; }

  async open(): Promise<DatabaseDump> {
    this.stored = this.find();
    this.seen = this.stored.commits;
    return this.stored.database.dump();
  }

  async commit(commit: Commit): Promise<void> {
    const stored = this.connected();
    if (stored.commits !== this.seen) throw new CommitRefused('another connection has written to this database');
    stored.database.commit(commit);
    this.seen = stored.commits += 1;
  }

  async dump(): Promise<DatabaseDump> { return this.connected().database.dump(); }
  close(): void { this.stored = null; }
  async destroy(): Promise<void> { this.close(); this.remove(); }

  private connected(): Stored {
    if (!this.stored) throw new Error('the database is not open');
    return this.stored;
  }
}
