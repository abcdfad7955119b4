/** How a session begins: with the run that this tab left, with one that a dead tab left, or with what the page was opened with. */
import { ENGINE_VERSION } from '#kernel/version.ts';
import { planScenario } from '#scenarios/plan.ts';
import { LiveRun } from './live-run.ts';
import type { SavedRun } from './library.ts';
import { reasonOf } from './reasons.ts';
import { findSavedRun } from './saved-run.ts';
import type { SessionCore, SessionDependencies } from './session-core.ts';

const DAY = 86_400_000;

/** Brings back a saved run, or starts the one that is shown. The caller has queued this. */
export async function boot(core: SessionCore): Promise<void> {
  const { library, locks, tab, opening } = core.deps;
  const saved = library && (await findSavedRun(library, locks, tab, opening, core.identity).catch(() => null));
  if (saved && saved.state !== 'ready' && saved.engine !== ENGINE_VERSION) {
    await setAside(core, saved);
  } else if (saved && saved.state !== 'ready') {
    try {
      const { bringBack } = await import('./bring-back.ts');
      await bringBack(core, saved, await library.interventions(saved.run));
      return;
    } catch (error) {
      core.events.notify({ tone: 'error', key: 'session.recoveryFailed', params: reasonOf(error), offer: { what: 'export-saved', run: saved.run } });
      // Kept for a day, in case somebody wants to look at its databases.
      await library.mark(saved.run, 'ended', core.deps.wallClock()).catch(() => {});
    }
  }
  const edited = saved?.state === 'ready' ? { scenario: saved.scenario, seed: saved.seed } : null;
  await core.show(edited ? new LiveRun(core.run.name, edited) : core.run);
  if (edited) await library!.mark(saved!.run, 'superseded', core.deps.wallClock());
  if (opening.autoplay) core.driver.play();
}

/** A process of the shown run failed: what is on disk decides how far the run got, as after power loss. */
export async function recoverFailed(core: SessionCore): Promise<void> {
  const { name, scenario, seed, interventions } = core.run;
  try {
    const { goOnFromDatabases } = await import('./bring-back.ts');
    await goOnFromDatabases(core, name, { scenario, seed }, interventions, 'recoveredFromFailure');
  } catch (error) {
    core.tell('error', 'recoveryFailed', reasonOf(error));
    throw error;
  }
}

/** A run of another version of the engine would look like damaged databases: it is kept as it is, and can be exported. */
async function setAside({ deps: { library, locks }, events }: SessionCore, { run, engine }: SavedRun): Promise<void> {
  events.notify({ tone: 'warning', key: 'session.otherEngine', params: { engine: engine ?? 0, own: ENGINE_VERSION }, offer: { what: 'export-saved', run } });
  await library!.setAside(run, ENGINE_VERSION);
  locks.release(run);
}

/** Deletes what runs of dead tabs left: those that another run replaced at once, others after a while. */
export async function sweep(deps: SessionDependencies, own: string): Promise<void> {
  const { library, locks, hosts } = deps;
  for (const saved of (await library?.all()) ?? []) {
    const age = deps.wallClock() - saved.savedAt;
    const stale = saved.state === 'superseded' || age > (saved.state === 'open' || saved.setAsideBy !== undefined ? 7 * DAY : DAY);
    if (!stale || saved.run === own || !(await locks.claim(saved.run, 100))) continue;
    await hosts.destroy(saved.run, planScenario(saved.scenario).processes);
    await library!.remove(saved.run);
    locks.release(saved.run);
  }
}
