/**
 * A run again, in memory: to fork in its past, to recover after power loss, to check a run file. Loaded by who does so: a replay needs everything
 * that runs in the processes.
 */
import { executeDelivery } from '#kernel/run.ts';
import type { Delivery, DeliveryResult, Draft } from '#kernel/participant.ts';
import type { World } from '#kernel/world.ts';
import { localRun } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import type { DatabaseDump } from '#storage/port.ts';
import { createTraceHash } from '#trace/hash.ts';
import type { TraceHash } from '#trace/hash.ts';
import type { Commit, Intervention, ProcessId } from '#trace/records.ts';
import { Told } from './reasons.ts';

export interface Rebuilt {
  readonly world: World;
  /** What each database holds at this point. */
  readonly contents: ReadonlyMap<ProcessId, DatabaseDump>;
  /** Hash of the first `hashed` records: most of the work on the digest is done. */
  readonly digest: TraceHash;
  readonly hashed: number;
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

/** Lets others have a turn, now and then. */
export interface Slices {
  /** Asked every few deliveries. Waits for what it gives; throws or rejects to stop the replay. */
  turn(delivered: number): Promise<void> | null;
}
/** Deliveries between two questions. */
const STRIDE = 50;

/**
 * Runs again with the recorded interventions, each at its position, until `enough` or the end; in one go.
 * @throws Told when an intervention does not fit: the run is not the one that was recorded.
 */
export function rebuild(scenario: ScenarioDocument, seed: number, interventions: readonly Intervention[], watch: RebuildWatch): Rebuilt {
  const work = rebuilding(scenario, seed, interventions, watch);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** The same in slices. @throws also what `slices.turn` throws. */
export async function rebuildInSlices(scenario: ScenarioDocument, seed: number, interventions: readonly Intervention[], watch: RebuildWatch, slices: Slices): Promise<Rebuilt> {
  const work = rebuilding(scenario, seed, interventions, watch);
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    const turn = slices.turn(value);
    if (turn) await turn;
  }
}

/** Yields the number of deliveries, every few of them. */
function* rebuilding(scenario: ScenarioDocument, seed: number, interventions: readonly Intervention[], watch: RebuildWatch): Generator<number, Rebuilt, void> {
  const { world, hosts, databases } = localRun(compileScenario(scenario), seed);
  const digest = createTraceHash();
  let hashed = 0;
  const hash = (): void => { for (; hashed < world.trace.length; hashed += 1) digest.append(world.trace[hashed]!); };
  let applied = 0;
  let delivered = 0;
  while (!watch.enough({ length: world.trace.length, pending: interventions.length - applied })) {
    const due = interventions[applied];
    if (due && due.seq === world.trace.length) {
      try {
        world.apply(due.action, due.at);
      } catch (error) {
        throw new Told('does-not-fit', { seq: due.seq }, { cause: error });
      }
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
      if (due) throw new Told('ended-early', { records: before, seq: due.seq });
      break;
    }
    delivered += 1;
    if (delivered % STRIDE === 0) {
      hash();
      yield delivered;
    }
  }
  return { world, contents: new Map([...databases].map(([id, database]) => [id, database.dump()])), digest, hashed };
}

/** What a delivery committed, and to whose database. */
function commitsOf(delivery: Delivery, result: DeliveryResult): readonly (readonly [ProcessId, Commit])[] {
  if (delivery.kind !== 'handle' && delivery.kind !== 'restart') return [];
  const drafts = delivery.kind === 'handle' ? [result as Draft | null] : (result as readonly (Draft | null)[]);
  return drafts.flatMap((draft) => (draft?.commit ? [[delivery.process, draft.commit] as const] : []));
}
