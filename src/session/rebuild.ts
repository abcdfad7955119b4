/** A run again, in memory: to fork in its past, to recover after power loss, to check a run file. */
import { executeDelivery } from '#kernel/run.ts';
import type { Delivery, DeliveryResult, Draft } from '#kernel/participant.ts';
import type { World } from '#kernel/world.ts';
import { localRun } from '#explorer/local-run.ts';
import type { CompiledScenario } from '#scenarios/compile.ts';
import type { Intervention, ProcessId, Trace } from '#trace/records.ts';
import type { StoreContents } from './hosts/process-host.ts';

export interface Rebuilt {
  readonly world: World;
  /** What each database holds at this point, and after how many commits. */
  readonly contents: ReadonlyMap<ProcessId, StoreContents>;
}
export interface RebuildProgress {
  readonly length: number;
  /** Interventions that were not applied yet. */
  readonly pending: number;
  readonly commits: ReadonlyMap<ProcessId, number>;
}

/** Which processes are down at the end of a trace. */
export function downAt(trace: Trace): ReadonlySet<ProcessId> {
  const down = new Set<ProcessId>();
  for (const record of trace) {
    if (record.kind === 'crashed') down.add(record.process);
    else if (record.kind === 'restarted') down.delete(record.process);
  }
  return down;
}

/** The process whose database a delivery committed to, or null. A restart's drafts are one commit (see ServiceProcess). */
export function committedBy(delivery: Delivery, result: DeliveryResult): ProcessId | null {
  if (delivery.kind === 'handle') return (result as Draft | null)?.commit ? delivery.process : null;
  if (delivery.kind === 'restart') return (result as readonly (Draft | null)[]).some((draft) => draft?.commit) ? delivery.process : null;
  return null;
}

/**
 * Runs again with the recorded interventions, each at its position, until `enough` (asked before every intervention and delivery) or the end.
 * @throws RangeError when an intervention does not fit: the run is not the one that was recorded.
 */
export function rebuild(
  scenario: CompiledScenario, seed: number, interventions: readonly Intervention[], enough: (progress: RebuildProgress) => boolean,
): Rebuilt {
  const { world, hosts, databases } = localRun(scenario, seed);
  const commits = new Map<ProcessId, number>(scenario.processes.map(({ id }) => [id, 0]));
  let applied = 0;
  const done = (): boolean => enough({ length: world.trace.length, pending: interventions.length - applied, commits });
  while (!done()) {
    const due = interventions[applied];
    if (due && due.seq === world.trace.length) {
      world.apply(due.action, due.at);
      applied += 1;
      continue;
    }
    const before = world.trace.length;
    const delivery = world.next();
    if (delivery) {
      const result = executeDelivery(hosts, delivery);
      world.complete(delivery, result);
      const process = committedBy(delivery, result);
      if (process !== null) commits.set(process, commits.get(process)! + 1);
    } else if (world.trace.length === before) {
      if (due) throw new RangeError(`the run ended after ${before} records, before the intervention at ${due.seq}`);
      break;
    }
  }
  return { world, contents: new Map([...databases].map(([id, database]) => [id, { dump: database.dump(), commits: commits.get(id)! }])) };
}
