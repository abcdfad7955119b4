/** Where the time goes: the functions of a V8 CPU profile by the time spent in themselves. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { printTable } from '../report.ts';

interface ProfileNode {
  readonly id: number;
  readonly children?: readonly number[];
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
}
interface Profile { readonly nodes: readonly ProfileNode[]; readonly samples: readonly number[]; readonly timeDeltas: readonly number[] }

const GARBAGE = '(garbage collector)';

/** Prints the `count` most expensive functions that `root` calls, by the one profile in `folder`. Collecting garbage is nobody's call: all of it is listed. */
export async function printProfile(folder: string, root: string, count = 30): Promise<void> {
  const file = (await readdir(folder)).find((name) => name.endsWith('.cpuprofile'));
  if (!file) throw new Error(`no profile in ${folder}`);
  const profile = JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile;
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const within = new Set<number>();
  const include = (id: number): void => {
    within.add(id);
    for (const child of nodes.get(id)?.children ?? []) include(child);
  };
  for (const { id, callFrame } of profile.nodes) if (callFrame.functionName === root || callFrame.functionName === GARBAGE) include(id);
  const self = new Map<string, { readonly functionName: string; readonly place: string; time: number }>();
  let total = 0;
  profile.samples.forEach((id, index) => {
    if (!within.has(id)) return;
    const time = profile.timeDeltas[index] ?? 0;
    const { functionName, url, lineNumber } = nodes.get(id)!.callFrame;
    const place = url ? `${url.replace(/^.*\/\.cache\/bench\//, '')}:${lineNumber + 1}` : '';
    const entry = self.get(`${functionName} ${place}`) ?? { functionName: functionName || '(anonymous)', place, time: 0 };
    self.set(`${functionName} ${place}`, entry);
    entry.time += time;
    total += time;
  });
  const rows = [...self.values()].toSorted((a, b) => b.time - a.time).slice(0, count).map(({ functionName, place, time }) => [
    (time / 1000).toFixed(1), `${((100 * time) / total).toFixed(1)} %`, functionName, place,
  ]);
  printTable(`Our kernel, all runs of one process, time in the function itself (${join(folder, file)})`, ['ms', 'share', 'function', 'where'], rows);
}
