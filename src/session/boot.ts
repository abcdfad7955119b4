/** How a session begins: with the run that this tab left, with one that a dead tab left, or with what the page was opened with. */
import { ENGINE_VERSION } from '#kernel/version.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { LiveRun } from './live-run.ts';
import type { RunInput } from './live-run.ts';
import type { Intervention } from '#trace/records.ts';
import type { SavedRun } from './library.ts';
import { reasonOf, Told } from './reasons.ts';
import { findSavedRun, recover } from './recovery.ts';
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

async function bringBack(core: SessionCore, saved: SavedRun, interventions: readonly Intervention[]): Promise<void> {
  core.identity = saved.opening;
  if (saved.state !== 'ended') {
    await goOnFromDatabases(core, saved.run, saved, interventions, 'recovered');
    return;
  }
  const run = new LiveRun(saved.run, saved);
  run.attach(core.hostMaker);
  const found = await run.readDatabases();
  const rebuilt = await core.replays.carryOut((slices) => recover(run.compiled, saved.seed, interventions, found, true, slices));
  await core.show(new LiveRun(saved.run, saved, rebuilt));
  core.tell('info', 'restored', { hash: core.run.hash });
}

async function goOnFromDatabases(core: SessionCore, name: string, input: RunInput, interventions: readonly Intervention[], told: 'recovered' | 'recoveredFromFailure'): Promise<void> {
  const left = new LiveRun(name, input);
  left.attach(core.hostMaker);
  const found = await left.readDatabases();
  const rebuilt = await core.replays.carryOut((slices) => recover(left.compiled, input.seed, interventions, found, false, slices));
  const traced = core.saves ? await core.deps.library!.trace(name) : [];
  const common = Math.min(traced.length, rebuilt.world.trace.length);
  if (JSON.stringify(traced.slice(0, common)) !== JSON.stringify(rebuilt.world.trace.slice(0, common))) {
    throw new Told('trace-differs');
  }
  const records = rebuilt.world.trace.length;
  const commits = rebuilt.world.trace.filter((record) => record.kind === 'transition' && record.commit !== null).length;
  await core.resume(new LiveRun(name, input, rebuilt));
  core.tell('warning', told, { records, commits });
}

/** Deletes what runs of dead tabs left: those that another run replaced at once, others after a while. */
export async function sweep(deps: SessionDependencies, own: string): Promise<void> {
  const { library, locks, hosts } = deps;
  for (const saved of (await library?.all()) ?? []) {
    const age = deps.wallClock() - saved.savedAt;
    const stale = saved.state === 'superseded' || age > (saved.state === 'open' || saved.setAsideBy !== undefined ? 7 * DAY : DAY);
    if (!stale || saved.run === own || !(await locks.claim(saved.run, 100))) continue;
    await hosts.destroy(saved.run, compileScenario(saved.scenario).processes);
    await library!.remove(saved.run);
    locks.release(saved.run);
  }
}
