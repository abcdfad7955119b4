/** Takes up a saved run, or one whose process failed, from its databases. Loaded when there is one: it replays. */
import type { Intervention } from '#trace/records.ts';
import type { SavedRun } from './library.ts';
import { LiveRun } from './live-run.ts';
import type { RunInput } from './live-run.ts';
import { Told } from './reasons.ts';
import { recover } from './recovery.ts';
import type { SessionCore } from './session-core.ts';

export async function bringBack(core: SessionCore, saved: SavedRun, interventions: readonly Intervention[]): Promise<void> {
  core.identity = saved.opening;
  if (saved.state !== 'ended') {
    await goOnFromDatabases(core, saved.run, saved, interventions, 'recovered');
    return;
  }
  const run = new LiveRun(saved.run, saved);
  run.attach(core.hostMaker);
  const found = await run.readDatabases();
  const rebuilt = await core.replays.carryOut((slices) => recover(run.planned, saved.seed, interventions, found, true, slices));
  await core.show(new LiveRun(saved.run, saved, rebuilt));
  core.tell('info', 'restored', { hash: core.run.hash });
}

export async function goOnFromDatabases(core: SessionCore, name: string, input: RunInput, interventions: readonly Intervention[], told: 'recovered' | 'recoveredFromFailure'): Promise<void> {
  const left = new LiveRun(name, input);
  left.attach(core.hostMaker);
  const found = await left.readDatabases();
  const rebuilt = await core.replays.carryOut((slices) => recover(left.planned, input.seed, interventions, found, false, slices));
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
