/** One table of a database, in the order of its primary key, as IndexedDB keeps it. */
import type { Json, Row } from '#trace/records.ts';

/** More changes than this since the last look: sorting anew is cheaper than inserting one by one. */
const SORT_ANEW = 256;

export class StoredTable {
  /** The key column. */
  readonly key: string;
  private readonly rows = new Map<string, Row>();
  private sorted: string[] = [];
  /** Keys that came or went since `sorted` was right. */
  private readonly stale = new Set<string>();
  private readonly counts = new Map<string, Map<string, number>>();
  private order = byCodeUnit;
  constructor(key: string) { this.key = key; }

  get count(): number { return this.rows.size; }
  get(key: string): Row | undefined { return this.rows.get(key); }

  /** Puts a row, or takes it away (undefined); returns what was there. */
  put(key: string, row: Row | undefined): Row | undefined {
    const before = this.rows.get(key);
    for (const [column, counts] of this.counts) {
      if (before) add(counts, groupOf(before[column]), -1);
      if (row) add(counts, groupOf(row[column]), 1);
    }
    if (row === undefined) this.rows.delete(key);
    else {
      this.rows.set(key, row);
      if (typeof row[this.key] === 'number' && this.order === byCodeUnit) this.orderByNumber();
    }
    if ((before === undefined) !== (row === undefined)) this.stale.add(key);
    return before;
  }

  /** How many rows have each value of a column, by the values' order; kept up to date from the first asking on. */
  countBy(column: string): readonly { readonly value: string; readonly count: number }[] {
    let counts = this.counts.get(column);
    if (!counts) {
      this.counts.set(column, (counts = new Map()));
      for (const row of this.rows.values()) add(counts, groupOf(row[column]), 1);
    }
    return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => byCodeUnit(a.value, b.value));
  }

  /** Keys in primary-key order. */
  keys(): readonly string[] {
    if (this.stale.size > SORT_ANEW) this.sorted = [...this.rows.keys()].sort(this.order);
    else for (const key of this.stale) this.place(key);
    this.stale.clear();
    return this.sorted;
  }

  private orderByNumber(): void {
    this.order = byNumber;
    this.sorted = [...this.rows.keys()].sort(byNumber);
    this.stale.clear();
  }

  private place(key: string): void {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.order(this.sorted[middle]!, key) < 0) low = middle + 1;
      else high = middle;
    }
    const there = this.sorted[low] === key;
    if (this.rows.has(key) && !there) this.sorted.splice(low, 0, key);
    else if (!this.rows.has(key) && there) this.sorted.splice(low, 1);
  }
}

const byNumber = (a: string, b: string): number => Number(a) - Number(b);
const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The group that a value puts its row in. */
export const groupOf = (value: Json | undefined): string => (typeof value === 'string' ? value : JSON.stringify(value ?? null));

function add(counts: Map<string, number>, group: string, by: number): void {
  const count = (counts.get(group) ?? 0) + by;
  if (count === 0) counts.delete(group);
  else counts.set(group, count);
}

/** Are two stored values the same? */
export function sameValue(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  return JSON.stringify(a) === JSON.stringify(b);
}
