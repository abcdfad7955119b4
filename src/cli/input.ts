/** A preset's name or a file -> what is to be run. */
import { openSync, closeSync, fstatSync, readFileSync } from 'node:fs';
import { formatOf, parseRunFile } from '#exports/run-file.ts';
import type { SavedRun } from '#exports/run-file.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { parseFaults, withFaults } from '#scenarios/fault-text.ts';
import { readMessaging } from '#scenarios/messaging.ts';
import { parseScenario } from '#scenarios/parse.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import { clip, problem, refused } from '#scenarios/problems.ts';
import type { Checked } from '#scenarios/problems.ts';
import { decodeText, sizeProblem } from '#session/decode.ts';
import { seedOf } from './options.ts';
import type { RunOptions } from './options.ts';

/** `saved`: a run file's claim, to be compared with; null where there is none. */
export interface RunInput { readonly scenario: ScenarioDocument; readonly seed: number; readonly saved: SavedRun | null }

export function readInput(options: RunOptions): Checked<RunInput> {
  const preset = Object.hasOwn(PRESETS, options.input) ? PRESETS[options.input] : undefined;
  if (preset) return withOptions(preset, options);
  const text = readText(options.input);
  if (!text.ok) return text;
  if (formatOf(text.value) === 'run') {
    const given = ([['--seed', options.seed], ['--orders', options.orders], ['--fault', options.faults[0] ?? null], ['--inbox', options.inbox[0] ?? null], ['--outbox', options.outbox[0] ?? null]] as const).find(([, value]) => value !== null);
    if (given) return refused(problem('options-with-run-file', given[0], { option: given[0] }));
    const parsed = parseRunFile(text.value);
    return parsed.ok ? { ok: true, value: { scenario: parsed.run.scenario, seed: parsed.run.seed, saved: parsed.run } } : parsed;
  }
  const document = parseScenario(text.value);
  return document.ok ? withOptions(document.value, options) : document;
}

function withOptions(document: ScenarioDocument, options: RunOptions): Checked<RunInput> {
  const faults = parseFaults(options.faults, document, '--fault ');
  if (!faults.ok) return faults;
  const switched = readMessaging(document, options, (part) => `--${part} `);
  if (!switched.ok) return switched;
  const { workload } = document;
  const counted = options.orders === null ? switched.value : { ...switched.value, workload: { ...workload, count: options.orders } };
  if (options.orders !== null && options.orders > 0 && workload.requests.length === 0) return refused(problem('no-requests', 'workload.requests'));
  return { ok: true, value: { scenario: withFaults(counted, faults.value), seed: seedOf(options), saved: null } };
}

function readText(file: string): Checked<string> {
  let handle: number | null = null;
  try {
    handle = openSync(file, 'r');
    const tooBig = sizeProblem(fstatSync(handle).size);
    return tooBig ? refused(tooBig) : decodeText(readFileSync(handle));
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code === 'ENOENT' || code === 'ENOTDIR') return refused(problem('no-such-file', '', { file: clip(file, 200), known: Object.keys(PRESETS).join(', ') }));
    return refused(problem('unreadable-file', '', { file: clip(file, 200), reason: code ?? String(error) }));
  } finally {
    if (handle !== null) closeSync(handle);
  }
}
