/**
 * After power loss: brings the world to the point to which its databases got: the first at which the replayed run holds exactly what they
 * hold. A transaction that was not acknowledged is wholly there or wholly absent (D46).
 */
import type { Intervention, ProcessId } from '#trace/records.ts';
import type { PlannedScenario } from '#scenarios/plan.ts';
import type { DatabaseDump } from '#storage/port.ts';
import { DiskMatch } from './disk-match.ts';
import { Told } from './reasons.ts';
import { rebuildInSlices } from './rebuild.ts';
import type { Rebuilt, Slices } from './rebuild.ts';

/**
 * The world at the point to which the databases got. `ended`: the run had ended, and is brought to its end.
 * @throws Told when a database is missing, when the replayed run never holds what the databases hold, or when `slices` stops it.
 */
export async function recover(
  scenario: PlannedScenario, seed: number, interventions: readonly Intervention[], found: ReadonlyMap<ProcessId, DatabaseDump | null>, ended: boolean, slices: Slices,
): Promise<Rebuilt> {
  const disks = new Map<ProcessId, DatabaseDump>();
  for (const [process, dump] of found) {
    if (!dump) throw new Told('database-missing', { process });
    disks.set(process, dump);
  }
  const match = new DiskMatch(scenario.processes, disks);
  const rebuilt = await rebuildInSlices(scenario.document, seed, interventions, {
    enough: ({ pending }) => !ended && pending === 0 && match.exact,
    committed: (process, commit) => match.commit(process, commit),
  }, slices);
  if (!match.exact) throw new Told('contents-differ', { place: match.firstDifference ?? '' });
  return rebuilt;
}
