/** A run of the library as a run file: for one that cannot be continued here. Loaded when it is asked for. */
import { fileName } from '#exports/file-name.ts';
import { serialiseRun } from '#exports/run-file.ts';
import { hashTrace } from '#trace/hash.ts';
import type { Library } from './library.ts';

export interface SavedFile { readonly name: string; readonly mime: string; readonly content: string }

/** As much of it as was saved. @throws when the library cannot be read, or has no such run. */
export async function savedRunFile(library: Library, run: string): Promise<SavedFile> {
  const saved = (await library.all()).find((each) => each.run === run);
  if (!saved) throw new Error(`there is no run ${run}`);
  const { scenario, seed, engine } = saved;
  const [interventions, trace] = [await library.interventions(run), await library.trace(run)];
  const content = serialiseRun({ scenario, seed, interventions, traceHash: hashTrace(trace), records: trace.length, ...(engine !== undefined && { engine }) });
  return { name: fileName([scenario.id, 'seed', seed], 'run.json'), mime: 'application/json', content };
}
