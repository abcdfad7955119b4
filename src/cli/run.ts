/** Carries out a run in process. */
import { replay } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { problem, refused } from '#scenarios/problems.ts';
import type { Checked } from '#scenarios/problems.ts';
import type { Trace } from '#trace/records.ts';
import type { RunInput } from './input.ts';

/** The trace, up to where a saved run was saved; else to its end. */
export function runInput({ scenario, seed, saved }: RunInput): Checked<Trace> {
  try {
    const { world } = replay(compileScenario(scenario), seed, [], saved?.interventions ?? [], saved?.records);
    return { ok: true, value: world.trace };
  } catch (error) {
    return refused(problem('does-not-run', saved ? 'interventions' : '', { reason: error instanceof Error ? error.message : String(error) }));
  }
}
