/** A run in process, on the memory store: what the explorer, the tests, the command line and replays use. */
import { replayInto, runToEnd } from '#kernel/run.ts';
import type { LocalHosts, LocalProcess } from '#kernel/run.ts';
import { World } from '#kernel/world.ts';
import type { CompiledScenario } from '#scenarios/compile.ts';
import { worldInput } from '#scenarios/world-input.ts';
import { openMemory } from '#storage/memory.ts';
import type { MemoryDatabase } from '#storage/port.ts';
import type { FailurePoint, Intervention, ProcessId } from '#trace/records.ts';

export interface LocalRun { readonly world: World; readonly hosts: LocalHosts; readonly databases: ReadonlyMap<ProcessId, MemoryDatabase> }

/** A world with every process on the memory store, ready to run. */
export function localRun(scenario: CompiledScenario, seed: number, failurePoints: readonly FailurePoint[] = []): LocalRun {
  const databases = new Map<ProcessId, MemoryDatabase>();
  const hosts = new Map<ProcessId, LocalProcess>();
  for (const process of scenario.processes) {
    const database = openMemory(process);
    const start = () => new Map(process.participants.map((id) => [id, scenario.participant(id)]));
    databases.set(process.id, database);
    hosts.set(process.id, { database, participants: start(), start });
  }
  return { world: new World(worldInput(scenario, seed, failurePoints)), hosts, databases };
}

/** Runs in process with recorded interventions, to the end or up to `untilSeq` records. */
export function replay(
  scenario: CompiledScenario, seed: number, failurePoints: readonly FailurePoint[], interventions: readonly Intervention[], untilSeq?: number,
): LocalRun {
  const run = localRun(scenario, seed, failurePoints);
  replayInto(run.world, run.hosts, interventions, untilSeq);
  return run;
}

/** Runs to the end, nobody intervening. */
export function runLocally(scenario: CompiledScenario, seed: number, failurePoints: readonly FailurePoint[] = []): LocalRun {
  const run = localRun(scenario, seed, failurePoints);
  runToEnd(run.world, run.hosts);
  return run;
}
