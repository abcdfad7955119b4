/** A run file, replayed: the work at hand is left alone until the file has proved to be a run. Loaded with the first file. */
import { parseRunFile } from '#exports/run-file.ts';
import { ENGINE_VERSION } from '#kernel/version.ts';
import { reasonOf } from './reasons.ts';
import { rebuildInSlices } from './rebuild.ts';
import type { Rebuilt } from './rebuild.ts';
import { inputIdentity } from './saved-run.ts';
import type { SessionCore } from './session-core.ts';

/** Shows the file's run, at its end, on databases of its own; tells whether its trace hash is the file's. False when nothing was opened. */
export async function importRunFile(core: SessionCore, text: string, file: string): Promise<boolean> {
  const parsed = parseRunFile(text);
  if (!parsed.ok) {
    const { code, path, params, line, column } = parsed.problems[0]!;
    core.tell('error', 'importProblem', { ...params, file, code, path, ...(line !== undefined && { line, column: column ?? 1 }) });
    return false;
  }
  const { scenario, seed, interventions, traceHash, records, engine = ENGINE_VERSION } = parsed.run;
  const versions = { engine, own: ENGINE_VERSION };
  let rebuilt: Rebuilt;
  try {
    core.replays.check(records);
    rebuilt = await core.replays.carryOut((slices) => rebuildInSlices(scenario, seed, interventions, {
      enough: ({ length, pending }) => length >= records && pending === 0,
    }, slices));
  } catch (error) {
    core.tell('error', engine === ENGINE_VERSION ? 'importFailed' : 'importFailedOtherEngine', { file, ...versions, ...reasonOf(error) });
    return false;
  }
  core.driver.pause();
  core.history.clear();
  core.identity = inputIdentity(scenario, seed);
  await core.replace({ scenario, seed }, rebuilt);
  const { hash } = core.run;
  if (hash === traceHash) core.tell('success', 'imported', { file, hash });
  else core.tell(engine === ENGINE_VERSION ? 'error' : 'warning', engine === ENGINE_VERSION ? 'importedDiffers' : 'importedOtherEngine', { file, hash, expected: traceHash, ...versions });
  return true;
}
