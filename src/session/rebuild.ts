/** A run again, in memory: to fork in its past, to recover after power loss, to check a run file. */
import { executeDelivery } from '#kernel/run.ts';
import type { Delivery, DeliveryResult, Draft } from '#kernel/participant.ts';
import type { World } from '#kernel/world.ts';
import { localRun } from '#explorer/local-run.ts';
import type { CompiledScenario } from '#scenarios/compile.ts';
import type { DatabaseDump } from '#storage/port.ts';
import type { Commit, Intervention, ProcessId, Trace } from '#trace/records.ts';

export interface Rebuilt {
  readonly world: World;
  /** What each database holds at this point. */
  readonly contents: ReadonlyMap<ProcessId, DatabaseDump>;
}
interface RebuildProgress {
  readonly length: number;
  /** Interventions that were not applied yet. */
  readonly pending: number;
}
export interface RebuildWatch {
  /** Asked before every intervention and delivery. */
  enough(progress: RebuildProgress): boolean;
  committed?(process: ProcessId, commit: Commit): void;
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

/**
 * Runs again with the recorded interventions, each at its position, until `enough` or the end.
 * @throws RangeError when an intervention does not fit: the run is not the one that was recorded.
 */
export function rebuild(scenario: CompiledScenario, seed: number, interventions: readonly Intervention[], watch: RebuildWatch): Rebuilt {
  const { world, hosts, databases } = localRun(scenario, seed);
  let applied = 0;
  while (!watch.enough({ length: world.trace.length, pending: interventions.length - applied })) {
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
      if (watch.committed) for (const commit of commitsOf(delivery, result)) watch.committed(...commit);
    } else if (world.trace.length === before) {
      if (due) throw new RangeError(`the run ended after ${before} records, before the intervention at ${due.seq}`);
      break;
    }
  }
  return { world, contents: new Map([...databases].map(([id, database]) => [id, database.dump()])) };
}

/** What a delivery committed, and to whose database. */
function commitsOf(delivery: Delivery, result: DeliveryResult): readonly (readonly [ProcessId, Commit])[] {
  if (delivery.kind !== 'handle' && delivery.kind !== 'restart') return [];
  const drafts = delivery.kind === 'handle' ? [result as Draft | null] : (result as readonly (Draft | null)[]);
  return drafts.flatMap((draft) => (draft?.commit ? [[delivery.process, draft.commit] as const] : []));
}
