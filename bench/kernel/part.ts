/** Three steps, the third refused for a reason of the business, two compensations in reverse: our whole kernel against four ways to do less. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleForNode } from '../bundle.ts';
import { measureInChild } from '../child.ts';
import type { Options } from '../options.ts';
import { printFigures } from '../report.ts';
import { ratios } from '../statistics.ts';
import type { Sample } from './contender.ts';
import { printProfile } from './profile.ts';

const CONTENDERS = {
  ours: 'Sagascope',
  'xstate-clock': 'XState 5, virtual clock',
  'xstate-pure': 'XState 5, transition()',
  'redux-saga': 'redux-saga',
  'node-sagas': 'node-sagas',
  'plain-async': 'plain async/await',
} as const;
type Contender = keyof typeof CONTENDERS;
const NAMES = Object.keys(CONTENDERS) as readonly Contender[];
/** By how much ours is to be faster. */
const COMPARED: readonly { readonly name: Contender; readonly goal: number | null }[] = [
  { name: 'xstate-clock', goal: 10 }, { name: 'xstate-pure', goal: null }, { name: 'redux-saga', goal: null },
  { name: 'node-sagas', goal: 1.5 }, { name: 'plain-async', goal: 0.7 },
];
const FLAGS = ['--expose-gc'];

export async function kernel({ rounds, sagas }: Options): Promise<void> {
  const scripts = await bundleForNode(Object.fromEntries(NAMES.map((name) => [name, `kernel/${name}.ts`])));
  const samples = new Map<Contender, Sample[]>(NAMES.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of NAMES) samples.get(name)!.push(await measureInChild<Sample>(scripts.get(name)!, [String(sagas)], FLAGS));
  }
  const rates = (name: Contender, of: (sample: Sample) => number = () => sagas): readonly number[] =>
    samples.get(name)!.map((sample) => (1000 * of(sample)) / sample.ms);
  const ours = rates('ours');
  printFigures(`Kernel: ${sagas} sagas, three steps, the third refused, two compensations`, [
    ...NAMES.map((name) => ({ name: CONTENDERS[name], values: rates(name), unit: 'sagas/s' })),
    { name: 'Sagascope, all deliveries', values: rates('ours', ({ facts }) => facts['delivered']!), unit: 'messages/s', goal: { atLeast: 1_000_000 } },
    { name: '  commands, replies, starts', values: rates('ours', ({ facts }) => facts['messages']!), unit: 'messages/s' },
    { name: '  deliveries a saga', values: samples.get('ours')!.map(({ facts }) => facts['delivered']! / sagas), unit: '' },
    { name: '  trace records kept', values: samples.get('ours')!.map(({ facts }) => facts['records']!), unit: '' },
    ...COMPARED.flatMap(({ name, goal }) => [
      { name: `Sagascope / ${CONTENDERS[name]}`, values: ratios(ours, rates(name)), unit: 'x', ...(goal === null ? {} : { goal: { atLeast: goal } }) },
      { name: '  by processor time', values: ratios(samples.get(name)!.map(({ cpuMs }) => cpuMs), samples.get('ours')!.map(({ cpuMs }) => cpuMs)), unit: 'x' },
    ]),
  ]);
}

/** One process of ours under V8's profiler, summed up by function. */
export async function profileKernel({ sagas }: Pick<Options, 'sagas'>): Promise<void> {
  const scripts = await bundleForNode({ ours: 'kernel/ours.ts' }, true);
  const folder = await mkdtemp(join(tmpdir(), 'sagascope-profile-'));
  await measureInChild<Sample>(scripts.get('ours')!, [String(sagas)], [...FLAGS, '--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=200']);
  await printProfile(folder, 'work');
}
