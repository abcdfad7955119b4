/** What every contender's process does: warm up, measure, check, print. */
import { performance } from 'node:perf_hooks';
import { spread } from '../statistics.ts';

export interface Sample {
  /** Milliseconds for all sagas: the median of the measured runs of this process. */
  readonly ms: number;
  /** Processor time for the same, of all threads of the process: hardly touched by what else the machine does. */
  readonly cpuMs: number;
  /** Further figures of the last run. */
  readonly facts: { readonly [name: string]: number };
}

/** One run: `work` is timed; `check` throws unless every saga was undone, refund first, then release; gives further figures. */
export interface Run {
  work(): void | Promise<void>;
  check(): { readonly [name: string]: number };
}

const WARM_UPS = 2;
const MEASURED = 3;

/** `prepare(sagas)` makes a fresh run. Arguments of the process: the number of sagas. */
export async function contend(prepare: (sagas: number) => Run): Promise<void> {
  const sagas = Number(process.argv[2]);
  const times: number[] = [];
  const cpuTimes: number[] = [];
  let facts: Sample['facts'] = {};
  for (let round = 0; round < WARM_UPS + MEASURED; round += 1) {
    const run = prepare(sagas);
    globalThis.gc?.();
    const cpu = process.cpuUsage();
    const start = performance.now();
    await run.work();
    const time = performance.now() - start;
    const { user, system } = process.cpuUsage(cpu);
    facts = run.check();
    if (round < WARM_UPS) continue;
    times.push(time);
    cpuTimes.push((user + system) / 1000);
  }
  process.stdout.write(JSON.stringify({ ms: spread(times).median, cpuMs: spread(cpuTimes).median, facts } satisfies Sample));
}
