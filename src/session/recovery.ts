/**
 * After power loss: finds the run that this tab left, and brings the world to the point to which its databases got: the first at which the
 * replayed run holds exactly what they hold. A transaction that was not acknowledged is wholly there or wholly absent (D46).
 */
import { ENGINE_VERSION } from '#kernel/version.ts';
import type { FailurePoint, Intervention, ProcessId } from '#trace/records.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { compileScenario } from '#scenarios/compile.ts';
import type { CompiledScenario } from '#scenarios/compile.ts';
import type { DatabaseDump } from '#storage/port.ts';
import { DiskMatch } from './disk-match.ts';
import type { Library, SavedRun } from './library.ts';
import { Told } from './reasons.ts';
import { rebuildInSlices } from './rebuild.ts';
import type { Rebuilt, Slices } from './rebuild.ts';
import type { RunLocks } from './run-locks.ts';

/** What the page was opened with. */
export interface Opening {
  readonly scenario: ScenarioDocument;
  readonly seed: number;
  /** On top of the scenario's own. */
  readonly failurePoints: readonly FailurePoint[];
  /** True when the address named it: it then wins over a saved run made from something else. */
  readonly explicit: boolean;
  /** Start running at once (unless a saved run was found). */
  readonly autoplay: boolean;
}

/** The name of this tab's run; survives a reload, is not shared with other tabs. */
export interface TabMemory { get(): string | null; set(run: string): void }

/** Two inputs with the same identity give the same run. Ids of failure points do not count. */
export const inputIdentity = (scenario: ScenarioDocument, seed: number): string =>
  JSON.stringify([compileScenario(scenario).hash, seed, scenario.failurePoints.map(({ id: _, ...point }) => point)]);

/** Of another version of the engine than this one, and the person was told. */
const isSetAside = ({ engine, setAsideBy }: SavedRun): boolean => engine !== ENGINE_VERSION && setAsideBy === ENGINE_VERSION;

/** How long a reloaded page waits for the page before it to let go of its run, and a fresh one for a tab that may be dying; ms. */
const OWN_PATIENCE = 2000;
const ORPHAN_PATIENCE = 500;

/**
 * This tab's run, else the latest unfinished one that no living tab has. Claims it. Null: begin anew.
 * A page that was opened with a link takes only a run that began from the same link.
 */
export async function findSavedRun(library: Library, locks: RunLocks, tab: TabMemory, opening: Opening, identity: string): Promise<SavedRun | null> {
  const runs = await library.all();
  const fits = (saved: SavedRun): boolean => !opening.explicit || saved.opening === identity || inputIdentity(saved.scenario, saved.seed) === identity;
  const own = runs.find(({ run, state }) => run === tab.get() && state !== 'superseded');
  if (own && isSetAside(own)) return null;
  if (own && fits(own) && (await locks.claim(own.run, OWN_PATIENCE))) return own;
  const orphans = runs.filter((saved) => saved.state === 'open' && saved.run !== own?.run && !isSetAside(saved) && fits(saved)).slice(0, 2);
  for (const orphan of orphans) if (await locks.claim(orphan.run, ORPHAN_PATIENCE)) return orphan;
  return null;
}

/**
 * The world at the point to which the databases got. `ended`: the run had ended, and is brought to its end.
 * @throws Told when a database is missing, when the replayed run never holds what the databases hold, or when `slices` stops it.
 */
export async function recover(
  scenario: CompiledScenario, seed: number, interventions: readonly Intervention[], found: ReadonlyMap<ProcessId, DatabaseDump | null>, ended: boolean, slices: Slices,
): Promise<Rebuilt> {
  const disks = new Map<ProcessId, DatabaseDump>();
  for (const [process, dump] of found) {
    if (!dump) throw new Told('database-missing', { process });
    disks.set(process, dump);
  }
  const match = new DiskMatch(scenario.processes, disks);
  const rebuilt = await rebuildInSlices(scenario, seed, interventions, {
    enough: ({ pending }) => !ended && pending === 0 && match.exact,
    committed: (process, commit) => match.commit(process, commit),
  }, slices);
  if (!match.exact) throw new Told('contents-differ', { place: match.firstDifference ?? '' });
  return rebuilt;
}
