/** What the payments service commits in a run of the order saga: a charge, a refund, and its relay's marks for each of them. */
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { order } from '#scenarios/presets/order.ts';
import type { ProcessDefinition } from '#kernel/participant.ts';
import type { DatabaseDump } from '#storage/port.ts';
import type { Commit, FailurePoint } from '#trace/records.ts';

const REFUSED: FailurePoint = {
  id: 'refused', kind: 'business-rejection', target: { step: 'create-order', phase: 'action' }, occurrence: { mode: 'every' }, params: {},
};

export function paymentsRun(sagas: number): { readonly definition: ProcessDefinition; readonly commits: readonly Commit[]; readonly expected: DatabaseDump } {
  const scenario = compileScenario({ ...order, projections: [], workload: { ...order.workload, count: sagas } });
  const { world, databases } = runLocally(scenario, 7, [REFUSED]);
  const owners = new Set(['payments', 'relay:payments']);
  const commits = world.trace.flatMap((record) => (record.kind === 'transition' && record.commit && owners.has(record.participant) ? [record.commit] : []));
  return { definition: scenario.processes.find(({ id }) => id === 'payments')!, commits, expected: databases.get('payments')!.dump() };
}
