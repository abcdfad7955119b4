/**
 * The measurements, one command: `npm run bench -- [kernel] [idb] [page] [screen] [--rounds N] [--sagas N] [--profile]`.
 * Contenders take turns (A B C A B C ...); a ratio is taken within each round, and its median is held against the goal. See README.md.
 */
import { parseArgs } from 'node:util';
import { indexedDb } from './indexeddb/part.ts';
import { kernel, profileKernel } from './kernel/part.ts';
import type { Options } from './options.ts';
import { page } from './page/part.ts';
import { printHeading } from './report.ts';
import { screen } from './screen/part.ts';

const PARTS: { readonly [part: string]: (options: Options) => Promise<void> } = { kernel, idb: indexedDb, page, screen };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' }, sagas: { type: 'string' }, profile: { type: 'boolean' } },
});
const whole = (text: string | undefined, otherwise: number, name: string): number => {
  if (text === undefined) return otherwise;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new RangeError(`--${name} takes a whole number from 1, not ${text}`);
  return number;
};
const options: Options = { rounds: whole(values.rounds, 5, 'rounds'), sagas: whole(values.sagas, 10_000, 'sagas') };
const unknown = positionals.filter((part) => !PARTS[part]);
if (unknown.length > 0) throw new RangeError(`there is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}`);

printHeading(options.rounds);
if (values.profile) await profileKernel(options);
else for (const [part, run] of Object.entries(PARTS)) if (positionals.length === 0 || positionals.includes(part)) await attempt(part, run);

/** A part that cannot be measured does not keep the others from it. */
async function attempt(part: string, run: (options: Options) => Promise<void>): Promise<void> {
  try {
    await run(options);
  } catch (error) {
    console.error(`\n${part}: not measured: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
