/** What the contenders have in common. */
import type { Commit } from '#trace/records.ts';

export interface Store {
  open(): Promise<unknown>;
  commit(commit: Commit): Promise<void>;
  dump(): Promise<{ readonly tables: { readonly [table: string]: readonly unknown[] }; readonly events: readonly unknown[] }>;
  destroy(): Promise<void>;
}
