/** A disk made of memory: a DurableStore for tests, and for browsers that refuse storage. It outlives its connections, not its tab. */
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { Commit } from '#trace/records.ts';
import type { DatabaseDump, DurableStore, MemoryDatabase, OpenMemory } from './port.ts';

/** All databases that were created on it, by name. */
export class MemoryDisk {
  private readonly files = new Map<string, MemoryDatabase>();
  private readonly openMemory: OpenMemory;
  constructor(openMemory: OpenMemory) { this.openMemory = openMemory; }

  has(name: string): boolean { return this.files.has(name); }

  /** A connection to the database `name`; `contents` instead of the definition's rows where it does not exist yet. */
  connect(name: string, definition: ProcessDefinition, contents?: DatabaseDump): DurableStore {
    return new MemoryConnection(
      () => {
        const file = this.files.get(name) ?? this.openMemory(definition, contents);
        this.files.set(name, file);
        return file;
      },
      () => { this.files.delete(name); },
    );
  }
}

class MemoryConnection implements DurableStore {
  private file: MemoryDatabase | null = null;
  private readonly find: () => MemoryDatabase;
  private readonly remove: () => void;
  constructor(find: () => MemoryDatabase, remove: () => void) {
    this.find = find;
    this.remove = remove;
  }

  async open(): Promise<DatabaseDump> {
    this.file = this.find();
    return this.file.dump();
  }

  async commit(commit: Commit): Promise<void> { this.connected().commit(commit); }
  /** Memory writes a commit in one go, so there is nothing to take back. */
  async rollBack(): Promise<void> { this.connected(); }
  async dump(): Promise<DatabaseDump> { return this.connected().dump(); }
  close(): void { this.file = null; }
  async destroy(): Promise<void> {
    this.close();
    this.remove();
  }

  private connected(): MemoryDatabase {
    if (!this.file) throw new Error('the database is not open');
    return this.file;
  }
}
