/** Our kernel, all of it: bus, virtual clock, memory stores, inbox and outbox, saga log, the complete trace kept, the run judged. */
import { runToEnd } from '#kernel/run.ts';
import { localRun } from '#explorer/local-run.ts';
import type { LocalRun } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { order } from '#scenarios/presets/order.ts';
import type { Envelope, FailurePoint, Row, RunEnded } from '#trace/records.ts';
import { contend } from './contender.ts';

const PLENTY = 1_000_000_000;
const rich = (row: Row): Row => {
  const plenty = Object.keys(row).filter((column) => column === 'available' || column === 'balance');
  return { ...row, ...Object.fromEntries(plenty.map((column) => [column, PLENTY])) };
};
const REFUSED: FailurePoint = {
  id: 'refused', kind: 'business-rejection', target: { step: 'create-order', phase: 'action' }, occurrence: { mode: 'every' }, params: {},
};

/** The order saga with stock and money for everybody, no projections, and a new order every millisecond. */
const scenarioOf = (sagas: number): ScenarioDocument => ({
  ...order,
  projections: [],
  services: order.services.map((service) => ({ ...service, tables: service.tables.map((table) => ({ ...table, rows: table.rows.map(rich) })) })),
  workload: { ...order.workload, count: sagas, interval: 1 },
});

await contend((sagas) => {
  const scenario = compileScenario(scenarioOf(sagas));
  let run: LocalRun;
  return {
    work() {
      run = localRun(scenario, 7, [REFUSED]);
      runToEnd(run.world, run.hosts);
    },
    check: () => check(run, sagas),
  };
});

/** Counts what was delivered, and that each saga was undone: refund, then release. */
function check({ world }: LocalRun, sagas: number): { readonly [name: string]: number } {
  const ended = world.trace.at(-1) as RunEnded;
  if (ended.kind !== 'run-ended' || ended.sagas['compensated'] !== sagas) throw new Error(`not every saga was compensated: ${JSON.stringify(ended)}`);
  const broken = ended.invariants.filter(({ holds }) => !holds);
  if (broken.length > 0) throw new Error(`broken: ${JSON.stringify(broken)}`);
  const sent = new Map<number, Envelope>();
  const undone = new Map<string, string[]>();
  let messages = 0;
  for (const record of world.trace) {
    if (record.kind !== 'transition') continue;
    for (const envelope of record.sends) sent.set(envelope.id, envelope);
    if (sent.get(record.message)?.kind === 'command' || sent.get(record.message)?.kind === 'reply') messages += 1;
    for (const { type, saga } of record.commit?.events ?? []) {
      if (type !== 'PaymentRefunded' && type !== 'InventoryReleased') continue;
      const facts = undone.get(saga!) ?? [];
      undone.set(saga!, facts);
      facts.push(type);
    }
  }
  let compensations = 0;
  for (const [saga, facts] of undone) {
    if (facts.join() !== 'PaymentRefunded,InventoryReleased') throw new Error(`${saga}: ${facts.join()}`);
    compensations += facts.length;
  }
  if (compensations !== 2 * sagas) throw new Error(`${compensations} compensations, not ${2 * sagas}`);
  return { compensations, delivered: ended.delivered, messages, records: world.trace.length };
}
