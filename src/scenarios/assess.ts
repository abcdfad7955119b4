/** Judges a run whose queue is empty: what became of its sagas, and whether the scenario's invariants hold (D45). */
import type { Assessment } from '#kernel/world.ts';
import type { InvariantResult, Json, Row, RunOutcome, SagaRow, Trace } from '#trace/records.ts';
import type { InvariantDocument, ScenarioDocument, Term } from './document.ts';

type Tables = Map<string, Map<string, Row>>;
interface Final { readonly tables: Tables; readonly events: Map<string, number> }

/** A judge for one scenario; it works through the trace once for each question. */
export function assessor(scenario: ScenarioDocument): (trace: Trace) => Assessment {
  return (trace) => {
    const initial = finalState(trace.slice(0, 1));
    const final = finalState(trace);
    const sagas: { [status: string]: number } = {};
    for (const row of final.tables.get('orchestrator/sagas')?.values() ?? []) {
      const { status } = row as unknown as SagaRow;
      sagas[status] = (sagas[status] ?? 0) + 1;
    }
    const invariants = scenario.invariants.map((invariant) => judge(invariant, initial, final));
    return { outcome: gravest(sagas), sagas, invariants };
  };
}

const GRAVITY: readonly RunOutcome[] = ['stuck', 'resolved', 'compensated'];
const gravest = (sagas: { readonly [status: string]: number }): RunOutcome => GRAVITY.find((status) => sagas[status]) ?? 'completed';

function finalState(trace: Trace): Final {
  const tables: Tables = new Map();
  const events = new Map<string, number>();
  const put = (process: string, table: string, key: string, row: Row | null): void => {
    const name = `${process}/${table}`;
    const rows = tables.get(name) ?? new Map<string, Row>();
    tables.set(name, rows);
    if (row) rows.set(key, row);
    else rows.delete(key);
  };
  for (const record of trace) {
    if (record.kind === 'run-started') {
      for (const [process, seeds] of Object.entries(record.databases)) {
        const keys = new Map(record.plan.services.find(({ id }) => id === process)?.tables.map(({ id, key }) => [id, key]));
        for (const [table, rows] of Object.entries(seeds)) {
          const key = keys.get(table);
          if (key) for (const row of rows) put(process, table, String(row[key]), row);
        }
      }
    } else if (record.kind === 'transition' && record.commit) {
      for (const { table, key, row } of record.commit.writes) put(record.participant, table, key, row);
      for (const { service, type } of record.commit.events) events.set(`${service}/${type}`, (events.get(`${service}/${type}`) ?? 0) + 1);
    }
  }
  return { tables, events };
}

function judge({ id, left, right }: InvariantDocument, initial: Final, final: Final): InvariantResult {
  const actual = total(left, final);
  const expected = right === 'initial' ? total(left, initial) : total(right, final);
  return { id, holds: actual === expected, left: actual, right: expected };
}

const total = (terms: readonly Term[], state: Final): number => terms.reduce((sum, term) => sum + (term.times ?? 1) * value(term, state), 0);

function value(term: Term, { tables, events }: Final): number {
  if ('events' in term) return events.get(`${term.service}/${term.events}`) ?? 0;
  let result = 0;
  for (const row of tables.get(`${term.service}/${term.table}`)?.values() ?? []) {
    if (!matches(row, term.where)) continue;
    const amount = 'sum' in term ? row[term.sum] : 1;
    if (typeof amount === 'number') result += amount;
  }
  return result;
}

const matches = (row: Row, where: { readonly [column: string]: Json } | undefined): boolean =>
  !where || Object.entries(where).every(([column, expected]) => row[column] === expected);
