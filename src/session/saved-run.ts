/** Which run this tab begins with: the one that it left, one that a dead tab left, or none of them. */
import { ENGINE_VERSION } from '#kernel/version.ts';
import type { FailurePoint } from '#trace/records.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { planScenario } from '#scenarios/plan.ts';
import type { Library, SavedRun } from './library.ts';
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
  JSON.stringify([planScenario(scenario).hash, seed, scenario.failurePoints.map(({ id: _, ...point }) => point)]);

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
