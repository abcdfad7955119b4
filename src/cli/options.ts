/** The command line's words -> what is to be done. */
import type { Locale } from '#messages/index.ts';
import { DEFAULT_SEED, MAX_SEED, parseSeed } from '#scenarios/defaults.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import { clip, problem, refused } from '#scenarios/problems.ts';
import type { Checked, Problem } from '#scenarios/problems.ts';
import { MOST_ORDERS } from '#scenarios/schema.ts';

export interface RunOptions {
  readonly input: string;
  /** Null: not given. */
  readonly seed: number | null;
  readonly faults: readonly string[];
  /** `<service>:off`, as in links. */
  readonly inbox: readonly string[];
  readonly outbox: readonly string[];
  readonly orders: number | null;
  readonly events: string | null;
  readonly json: boolean;
}
export type Command = { readonly command: 'help' } | ({ readonly command: 'run' } & RunOptions);

export const seedOf = ({ seed }: RunOptions): number => seed ?? DEFAULT_SEED;

/** Read first, so that what is wrong with the rest is told in it. */
export function languageOf(words: readonly string[], environment: string | undefined): Locale {
  const at = words.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const named = at === -1 ? environment?.slice(0, 2) : (split(words[at]!)[1] ?? words[at + 1]);
  return named === 'es' ? 'es' : 'en';
}

const VALUED = ['--seed', '--fault', '--inbox', '--outbox', '--orders', '--events', '--lang'];

export function parseCommand(words: readonly string[]): Checked<Command> {
  const values = new Map<string, string[]>();
  const plain: string[] = [];
  const problems: Problem[] = [];
  let json = false;
  let onlyPlain = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const [name, joined] = split(word);
    if (onlyPlain || !word.startsWith('-') || word === '-') plain.push(word);
    else if (word === '--') onlyPlain = true;
    else if (word === '--help' || word === '-h') return { ok: true, value: { command: 'help' } };
    else if (word === '--json') json = true;
    else if (VALUED.includes(name)) {
      const value = joined ?? words[at + 1];
      if (joined === undefined) at += 1;
      if (value === undefined || value === '' || (joined === undefined && value.startsWith('--'))) problems.push(problem('option-value', name, { option: name }));
      else values.set(name, [...(values.get(name) ?? []), value]);
    } else problems.push(problem('unknown-option', '', { option: clip(word) }));
  }
  const [command, input, ...rest] = plain;
  if (command === undefined && problems.length === 0) return { ok: true, value: { command: 'help' } };
  if (command !== undefined && command !== 'run') problems.push(problem('unknown-command', '', { command: clip(command), known: 'run' }));
  else if (input === undefined) problems.push(problem('missing-argument', '', { command: 'run', known: Object.keys(PRESETS).join(', ') }));
  if (rest[0] !== undefined) problems.push(problem('too-many-arguments', '', { found: clip(rest[0]) }));
  const one = (name: string): string | null => values.get(name)?.at(-1) ?? null;
  const lang = one('--lang');
  if (lang !== null && lang !== 'en' && lang !== 'es') problems.push(problem('bad-language', '--lang', { found: clip(lang) }));
  const seedText = one('--seed');
  const seed = seedText === null ? null : parseSeed(seedText);
  if (seedText !== null && seed === null) problems.push(problem('bad-seed', '--seed', { found: clip(seedText), most: MAX_SEED }));
  const ordersText = one('--orders');
  const orders = ordersText === null ? null : Number(ordersText);
  if (ordersText !== null && !(/^\d{1,6}$/.test(ordersText) && orders! <= MOST_ORDERS)) problems.push(problem('bad-count', '--orders', { found: clip(ordersText), least: 0, most: MOST_ORDERS }));
  if (problems.length > 0) return refused(...problems);
  return { ok: true, value: { command: 'run', input: input!, seed, faults: values.get('--fault') ?? [], inbox: values.get('--inbox') ?? [], outbox: values.get('--outbox') ?? [], orders, events: one('--events'), json } };
}

function split(word: string): [string, string?] {
  const cut = word.indexOf('=');
  return cut === -1 ? [word] : [word.slice(0, cut), word.slice(cut + 1)];
}
