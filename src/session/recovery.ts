/**
 * After power loss: finds the run that this tab left, reads from the databases alone how far it got, and brings the world to exactly that
 * point. A transaction that was not acknowledged is wholly there or wholly absent (D46); either way the count of commits tells.
 */
import type { Intervention, ProcessId } from '#trace/records.ts';
import type { FailurePoint } from '#trace/records.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { compileScenario } from '#scenarios/compile.ts';
import type { CompiledScenario } from '#scenarios/compile.ts';
import type { StoreContents } from './hosts/process-host.ts';
import type { Library, SavedRun } from './library.ts';
import { rebuild } from './rebuild.ts';
import type { Rebuilt } from './rebuild.ts';
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

/** The databases do not fit the recorded input: the run cannot be continued. */
export class RecoveryFailed extends Error {
  override readonly name = 'RecoveryFailed';
}

/** Two inputs with the same identity give the same run. Ids of failure points do not count. */
export const inputIdentity = (scenario: ScenarioDocument, seed: number): string =>
  JSON.stringify([compileScenario(scenario).hash, seed, scenario.failurePoints.map(({ id: _, ...point }) => point)]);

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
  if (own && fits(own) && (await locks.claim(own.run, OWN_PATIENCE))) return own;
  const orphans = runs.filter((saved) => saved.state === 'open' && saved.run !== own?.run && fits(saved)).slice(0, 2);
  for (const orphan of orphans) if (await locks.claim(orphan.run, ORPHAN_PATIENCE)) return orphan;
  return null;
}

/**
 * The world at the point to which the databases got.
 * @throws RecoveryFailed when a database is missing, or holds something else than the replayed run.
 */
export function recover(
  scenario: CompiledScenario, seed: number, interventions: readonly Intervention[], found: ReadonlyMap<ProcessId, StoreContents | null>, ended: boolean,
): Rebuilt {
  const disks = new Map<ProcessId, StoreContents>();
  for (const [process, contents] of found) {
    if (!contents) throw new RecoveryFailed(`the database of ${process} is missing`);
    disks.set(process, contents);
  }
  const reached = (commits: ReadonlyMap<ProcessId, number>): boolean => [...disks].every(([process, disk]) => commits.get(process) === disk.commits);
  let rebuilt: Rebuilt;
  try {
    rebuilt = rebuild(scenario, seed, interventions, ({ pending, commits }) => {
      for (const [process, disk] of disks) {
        if (commits.get(process)! > disk.commits) throw new RecoveryFailed(`${process} has fewer commits (${disk.commits}) than the recorded run`);
      }
      return !ended && pending === 0 && reached(commits);
    });
  } catch (error) {
    throw error instanceof RecoveryFailed ? error : new RecoveryFailed(error instanceof Error ? error.message : String(error), { cause: error });
  }
  for (const [process, disk] of disks) {
    const { dump, commits } = rebuilt.contents.get(process)!;
    if (commits !== disk.commits) throw new RecoveryFailed(`${process} has more commits (${disk.commits}) than the recorded run (${commits})`);
    if (JSON.stringify(dump) !== JSON.stringify(disk.dump)) throw new RecoveryFailed(`the rows of ${process} are not those of the recorded run`);
  }
  return rebuilt;
}
