/**
 * What each process's database holds at a place of the trace: a cursor over its commits that goes forward by doing and back by undoing,
 * so that a live run costs its new commits and a jump costs its distance.
 */
import type { Row, Trace, TransitionRecord } from '#trace/records.ts';
import { SYSTEM_TABLES } from '#trace/records.ts';
import { countBefore, createIndex } from './indexed.ts';
import { StoredTable } from './databases-table.ts';

/** The process whose database a participant writes; null for the world outside. */
export function databaseOf(participant: string): string | null {
  if (participant === 'client') return null;
  if (participant.startsWith('relay:')) return participant.slice('relay:'.length);
  return participant.startsWith('projection:') ? 'projector' : participant;
}

export interface Commits { readonly records: TransitionRecord[]; readonly places: number[] }
interface CommitIndex {
  readonly processes: Map<string, Commits>;
  /** Key columns, and the rows before the first message: process -> table. */
  readonly keys: Map<string, Map<string, string>>;
  readonly baseline: Map<string, ReadonlyMap<string, readonly Row[]>>;
}

/** The commits that left something in a database, by process. */
export const commitIndex = createIndex<CommitIndex>({
  create: () => ({ processes: new Map(), keys: new Map(), baseline: new Map() }),
  add(index, record, place) {
    if (record.kind === 'run-started') {
      for (const [process, tables] of Object.entries(record.databases)) index.baseline.set(process, new Map(Object.entries(tables)));
      for (const { id, tables } of record.plan.services) index.keys.set(id, new Map(tables.map((table) => [table.id, table.key])));
      index.keys.set('projector', new Map(record.plan.projections.map(({ id, key }) => [id, key])));
    }
    if (record.kind !== 'transition' || record.commit === null || record.commit.writes.length + record.commit.events.length === 0) return;
    const process = databaseOf(record.participant);
    if (process === null) return;
    let commits = index.processes.get(process);
    if (!commits) index.processes.set(process, (commits = { records: [], places: [] }));
    commits.records.push(record);
    commits.places.push(place);
  },
});

/** A database that can be moved to any place of its trace. */
export class DatabaseCursor {
  readonly process: string;
  readonly tables = new Map<string, StoredTable>();
  /** The transaction that left the database as it is; null before the first. */
  last: TransitionRecord | null = null;
  /** Moves with every transaction done or undone. */
  done = 0;
  private readonly trace: Trace;
  /** For each commit done: what its writes replaced, in their order. */
  private readonly replaced: (Row | undefined)[][] = [];

  constructor(trace: Trace, process: string) {
    this.trace = trace;
    this.process = process;
    const { baseline, keys } = commitIndex(trace);
    for (const [table, rows] of baseline.get(process) ?? []) {
      if (table === 'events') continue;
      const stored = this.table(table, keys.get(process)?.get(table));
      for (const row of rows) stored.put(String(row[stored.key]), row);
    }
    for (const table of keys.get(process)?.keys() ?? []) this.table(table, keys.get(process)!.get(table));
  }

  /** Leaves the database as the first `seq` records of the trace do. */
  moveTo(seq: number): void {
    const commits = commitIndex(this.trace).processes.get(this.process);
    if (!commits) return;
    const target = countBefore(commits.places, seq);
    while (this.done < target) this.redo(commits.records[this.done]!);
    while (this.done > target) this.undo(commits.records[this.done - 1]!);
    this.last = commits.records[this.done - 1] ?? null;
  }

  private redo({ commit }: TransitionRecord): void {
    const replaced: (Row | undefined)[] = [];
    for (const { table, key, row } of commit!.writes) replaced.push(this.table(table).put(key, row ?? undefined));
    for (const event of commit!.events) this.table('events').put(String(event.position), event as unknown as Row);
    this.replaced.push(replaced);
    this.done += 1;
  }

  private undo({ commit }: TransitionRecord): void {
    const replaced = this.replaced.pop()!;
    for (const event of commit!.events) this.table('events').put(String(event.position), undefined);
    for (let at = commit!.writes.length - 1; at >= 0; at -= 1) this.table(commit!.writes[at]!.table).put(commit!.writes[at]!.key, replaced[at]);
    this.done -= 1;
  }

  private table(id: string, key?: string): StoredTable {
    let table = this.tables.get(id);
    if (!table) this.tables.set(id, (table = new StoredTable(key ?? (SYSTEM_TABLES as { readonly [table: string]: string })[id] ?? 'id')));
    return table;
  }
}

const cursors = new WeakMap<Trace, { readonly first: unknown; readonly cursors: Map<string, DatabaseCursor> }>();

/** The process's database at a place of the trace. One per trace and process: it holds until the next call for another place. */
export function databaseAt(trace: Trace, process: string, seq: number): DatabaseCursor {
  const index = commitIndex(trace);
  let known = cursors.get(trace);
  // The index is made anew when the trace was rewritten in place; the cursors go with it.
  if (known?.first !== index) cursors.set(trace, (known = { first: index, cursors: new Map() }));
  let cursor = known.cursors.get(process);
  if (!cursor) known.cursors.set(process, (cursor = new DatabaseCursor(trace, process)));
  cursor.moveTo(seq);
  return cursor;
}

const NO_COMMITS: Commits = { records: [], places: [] };
/** Every commit of a process, with places: what row histories are read from. */
export function commitsOf(trace: Trace, process: string): Commits {
  return commitIndex(trace).processes.get(process) ?? NO_COMMITS;
}

