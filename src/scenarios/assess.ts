/** Judges a run whose queue is empty: what became of its sagas, and whether the scenario's invariants hold (D45). */
import type { Assessment } from '#kernel/input.ts';
import type { Commit, InvariantResult, Row, RunOutcome, RunStarted, SagaRow, Trace } from '#trace/records.ts';
import type { InvariantDocument, ScenarioDocument, Term } from './document.ts';

/** Final rows and counts of events: process -> table -> key -> row, service -> event type -> count. */
interface Final { readonly tables: Nested<Map<string, Row>>; readonly events: Nested<number> }
type Nested<Value> = ReadonlyMap<string, Map<string, Value>>;

/** A judge for one scenario; it works through the trace once for each question. */
export function assessor(scenario: ScenarioDocument): (trace: Trace) => Assessment {
  return (trace) => {
    const initial = finalState(scenario, trace.slice(0, 1));
    const final = finalState(scenario, trace);
    const sagas: { [status: string]: number } = {};
    for (const row of final.tables.get('orchestrator')!.get('sagas')!.values()) {
      const { status } = row as unknown as SagaRow;
      sagas[status] = (sagas[status] ?? 0) + 1;
    }
    const invariants = scenario.invariants.map((invariant) => judge(invariant, initial, final));
    return { outcome: gravest(sagas), sagas, invariants };
  };
}

const GRAVITY: readonly RunOutcome[] = ['stuck', 'resolved', 'compensated'];
const gravest = (sagas: { readonly [status: string]: number }): RunOutcome => GRAVITY.find((status) => sagas[status]) ?? 'completed';

/** Nothing but what the scenario's invariants ask about, and the sagas, all of it empty: the rest of a long trace is passed over. */
function questions({ invariants }: ScenarioDocument): Final {
  const tables = new Map([['orchestrator', new Map([['sagas', new Map<string, Row>()]])]]);
  const events = new Map<string, Map<string, number>>();
  for (const term of invariants.flatMap(({ left, right }) => (right === 'initial' ? left : [...left, ...right]))) {
    if ('events' in term) within(events, term.service).set(term.events, 0);
    else within(tables, term.service).set(term.table, new Map());
  }
  return { tables, events };
}

function within<Value>(nested: Map<string, Map<string, Value>>, name: string): Map<string, Value> {
  const inner = nested.get(name) ?? new Map<string, Value>();
  nested.set(name, inner);
  return inner;
}

function finalState(scenario: ScenarioDocument, trace: Trace): Final {
  const final = questions(scenario);
  for (const record of trace) {
    if (record.kind === 'run-started') seed(final, record);
    else if (record.kind === 'transition' && record.commit) add(final, record.participant, record.commit);
  }
  return final;
}

function seed({ tables }: Final, { plan, databases }: RunStarted): void {
  for (const service of plan.services) {
    for (const { id, key } of service.tables) {
      const rows = tables.get(service.id)?.get(id);
      if (rows) for (const row of databases[service.id]?.[id] ?? []) rows.set(String(row[key]), row);
    }
  }
}

function add({ tables, events }: Final, participant: string, commit: Commit): void {
  const asked = tables.get(participant);
  if (asked) {
    for (const { table, key, row } of commit.writes) {
      const rows = asked.get(table);
      if (row) rows?.set(key, row);
      else rows?.delete(key);
    }
  }
  for (const { service, type } of commit.events) {
    const counts = events.get(service);
    const count = counts?.get(type);
    if (count !== undefined) counts!.set(type, count + 1);
  }
}

function judge({ id, left, right }: InvariantDocument, initial: Final, final: Final): InvariantResult {
  const actual = total(left, final);
  const expected = right === 'initial' ? total(left, initial) : total(right, final);
  return { id, holds: alike(actual, expected), left: actual, right: expected };
}

/** Equal, but for what adding up fractions of a currency unit leaves behind. */
const alike = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));

const total = (terms: readonly Term[], state: Final): number => terms.reduce((sum, term) => sum + (term.times ?? 1) * value(term, state), 0);

function value(term: Term, { tables, events }: Final): number {
  if ('events' in term) return events.get(term.service)!.get(term.events)!;
  let result = 0;
  const where = Object.entries(term.where ?? {});
  for (const row of tables.get(term.service)!.get(term.table)!.values()) {
    if (!where.every(([column, expected]) => row[column] === expected)) continue;
    const amount = 'sum' in term ? row[term.sum] : 1;
    if (typeof amount === 'number') result += amount;
  }
  return result;
}
