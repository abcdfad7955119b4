/** A run file, replayed: the work at hand is left alone until the file has proved to be a run. */
import { LiveRun } from './live-run.ts';
import { rebuild } from './rebuild.ts';
import { inputIdentity } from './recovery.ts';
import { reasonOf } from './session-core.ts';
import type { SessionCore } from './session-core.ts';

/** Shows the file's run, at its end, on databases of its own; tells whether its trace hash is the file's. False when nothing was opened. */
export async function importRunFile(core: SessionCore, text: string, file: string): Promise<boolean> {
  // Loaded when it is needed: the parser and its schemas are no part of the first page.
  const { parseRunFile } = await import('#exports/run-file.ts');
  const parsed = parseRunFile(text);
  if (!parsed.ok) {
    const { code, path, params, line, column } = parsed.problems[0]!;
    core.tell('error', 'importProblem', { ...params, file, code, path, ...(line !== undefined && { line, column: column ?? 1 }) });
    return false;
  }
  const { scenario, seed, interventions, traceHash, records } = parsed.run;
  let rebuilt;
  try {
    rebuilt = rebuild(new LiveRun('', { scenario, seed }).compiled, seed, interventions, {
      enough: ({ length, pending }) => length >= records && pending === 0,
    });
  } catch (error) {
    core.tell('error', 'importFailed', { file, reason: reasonOf(error) });
    return false;
  }
  core.driver.pause();
  core.history.clear();
  core.identity = inputIdentity(scenario, seed);
  await core.replace({ scenario, seed }, rebuilt);
  const { hash } = core.run;
  if (hash === traceHash) core.tell('success', 'imported', { file, hash });
  else core.tell('error', 'importedDiffers', { file, hash, expected: traceHash });
  return true;
}
