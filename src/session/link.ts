/**
 * Scene links: `#scenario=<preset>&seed=<n>&fault=<step>:<kind>[&fault=...][&orders=<n>][&interval=<ms>]
 * [&inbox=<service>:off][&outbox=<service>:off][&lang=es][&run=1]`. A scenario that is no preset travels whole, compressed: `#doc=...`.
 * A link is read completely before anything of it is used; see fault-text.ts for the longer forms of a failure point.
 */
import { DEFAULT_PRESET, DEFAULT_SEED, MAX_SEED, parseSeed } from '#scenarios/defaults.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { formatFault, parseFaults, withFaults } from '#scenarios/fault-text.ts';
import { formatMessaging, PARTS, readMessaging, switchedBack } from '#scenarios/messaging.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import { clip, problem, refused } from '#scenarios/problems.ts';
import type { Checked, Problem } from '#scenarios/problems.ts';

type LinkLanguage = 'en' | 'es';
export interface SceneLink {
  /** Complete: with the link's failure points and number of orders in it. */
  readonly scenario: ScenarioDocument;
  readonly seed: number;
  /** Null: as the person prefers. */
  readonly lang: LinkLanguage | null;
  /** It is to run at once. */
  readonly run: boolean;
}
/** Links longer than this do not survive every mail program and chat: a file is offered instead. */
export const LONGEST_LINK = 32_000;

const NAMES = ['scenario', 'doc', 'seed', 'fault', 'orders', 'interval', 'inbox', 'outbox', 'lang', 'run'] as const;
/** What may be said more than once. */
const LISTS: readonly string[] = ['fault', 'inbox', 'outbox'];
type Name = (typeof NAMES)[number];
const MOST_ORDERS = 100_000;
const DAY = 86_400_000;

/** `hash`: with or without its `#`. Null: it says nothing of a scene (empty, or only a language). Never throws, never half. */
export async function parseLink(hash: string): Promise<Checked<SceneLink | null>> {
  const read = readParts(hash);
  if (!read.ok) return read;
  const parts = read.value;
  const base = await readScenario(parts);
  if (!base.ok) return base;
  const problems: Problem[] = [];
  const number = (name: 'orders' | 'interval', least: number, most: number): number | null => {
    const text = parts.get(name)?.[0];
    if (text === undefined) return null;
    if (/^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most) return Number(text);
    problems.push(problem('bad-count', name, { found: clip(text), least, most }));
    return null;
  };
  const count = number('orders', 0, MOST_ORDERS);
  const interval = number('interval', 0, DAY);
  const seedText = parts.get('seed')?.[0];
  const seed = seedText === undefined ? DEFAULT_SEED : parseSeed(seedText);
  if (seed === null) problems.push(problem('bad-seed', 'seed', { found: clip(seedText ?? ''), most: MAX_SEED }));
  const run = parts.get('run')?.[0] ?? '0';
  if (run !== '0' && run !== '1') problems.push(problem('bad-flag', 'run', { found: clip(run) }));
  const lang = parts.get('lang')?.[0] ?? null;
  if (lang !== null && lang !== 'en' && lang !== 'es') problems.push(problem('bad-language', 'lang', { found: clip(lang) }));
  const faults = parseFaults(parts.get('fault') ?? [], base.value, 'fault=');
  if (!faults.ok) problems.push(...faults.problems);
  const switched = readMessaging(base.value, { inbox: parts.get('inbox') ?? [], outbox: parts.get('outbox') ?? [] }, (part) => `${part}=`);
  if (!switched.ok) problems.push(...switched.problems);
  if (problems.length > 0 || !faults.ok || !switched.ok) return refused(...problems);
  if (!NAMES.some((name) => name !== 'lang' && parts.has(name))) return { ok: true, value: null };
  const scenario = withFaults(withWorkload(switched.value, count, interval), faults.value);
  return { ok: true, value: { scenario, seed: seed!, lang: lang as LinkLanguage | null, run: run === '1' } };
}

function withWorkload(document: ScenarioDocument, count: number | null, interval: number | null): ScenarioDocument {
  const { workload } = document;
  if (count === null && interval === null) return document;
  return { ...document, workload: { ...workload, count: count ?? workload.count, interval: interval ?? workload.interval } };
}

function readParts(hash: string): Checked<ReadonlyMap<Name, readonly string[]>> {
  const parts = new Map<Name, string[]>();
  const problems: Problem[] = [];
  // A plain anchor (`#main`) is no scene.
  if (/^#?[\w-]*$/.test(hash)) return { ok: true, value: parts };
  for (const part of hash.replace(/^#/, '').split('&')) {
    if (part === '') continue;
    const cut = part.indexOf('=');
    const name = NAMES.find((each) => each === part.slice(0, cut === -1 ? undefined : cut));
    const value = cut === -1 ? '' : decoded(part.slice(cut + 1));
    if (!name) problems.push(problem('link-parameter', '', { name: clip(cut === -1 ? part : part.slice(0, cut)), known: NAMES.join(', ') }));
    else if (value === null) problems.push(problem('link-incomplete', name));
    else if (parts.has(name) && !LISTS.includes(name)) problems.push(problem('link-twice', name, { name }));
    else parts.set(name, [...(parts.get(name) ?? []), value]);
  }
  if (parts.has('doc') && parts.has('scenario')) problems.push(problem('link-both', 'doc', { one: 'scenario', other: 'doc' }));
  return problems.length > 0 ? refused(...problems) : { ok: true, value: parts };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return null;
  }
}

async function readScenario(parts: ReadonlyMap<Name, readonly string[]>): Promise<Checked<ScenarioDocument>> {
  const packed = parts.get('doc')?.[0];
  if (packed !== undefined) return (await import('./link-document.ts')).unpackDocument(packed);
  const preset = parts.get('scenario')?.[0] ?? DEFAULT_PRESET;
  const document = Object.hasOwn(PRESETS, preset) ? PRESETS[preset] : undefined;
  return document ? { ok: true, value: document } : refused(problem('unknown-preset', 'scenario', { preset: clip(preset), known: Object.keys(PRESETS).join(', ') }));
}

/** The link of a scene, beginning with `#`: short for a preset (with failure points and number of orders of one's own), else compressed. */
export async function formatLink({ scenario, seed, lang = null, run = false }: Pick<SceneLink, 'scenario' | 'seed'> & Partial<SceneLink>): Promise<string> {
  const parts = presetParts(scenario) ?? [`doc=${(await import('./link-document.ts')).packDocument(scenario)}`];
  const [first, ...faults] = parts;
  return `#${[first, `seed=${seed}`, ...faults, ...(lang ? [`lang=${lang}`] : []), ...(run ? ['run=1'] : [])].join('&')}`;
}

/** Null where the scenario is no preset, or differs from it in more than a link can say. */
function presetParts(scenario: ScenarioDocument): readonly string[] | null {
  const preset = Object.hasOwn(PRESETS, scenario.id) ? PRESETS[scenario.id]! : null;
  if (!preset) return null;
  const { count, interval } = scenario.workload;
  const own = preset.failurePoints.length;
  const plain = { ...switchedBack(scenario, preset), workload: { ...scenario.workload, count: preset.workload.count, interval: preset.workload.interval }, failurePoints: scenario.failurePoints.slice(0, own) };
  if (JSON.stringify(plain) !== JSON.stringify(preset)) return null;
  const parts = [`scenario=${scenario.id}`];
  if (count !== preset.workload.count) parts.push(`orders=${count}`);
  if (interval !== preset.workload.interval) parts.push(`interval=${interval}`);
  const switches = formatMessaging(scenario, preset);
  for (const part of PARTS) parts.push(...switches[part].map((text) => `${part}=${text}`));
  for (let index = own; index < scenario.failurePoints.length; index += 1) {
    const text = formatFault(scenario.failurePoints[index]!, preset, scenario.failurePoints.slice(0, index));
    parts.push(`fault=${encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%3D', '=').replaceAll('%40', '@')}`);
  }
  return parts;
}
