/** Files and pictures, for the screen, which knows the session and not the exports. Heavy parts are loaded when they are asked for. */
import { ENGINE_VERSION } from '#kernel/version.ts';
import type { ExportInput, Exporter } from '#exports/exporters.ts';
import type { FlowDrawing } from '#exports/flow-svg.ts';
import type { SavedRun } from '#exports/run-file.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import type { Checked, Problem } from '#scenarios/problems.ts';
import type { SavedFile } from './saved-run-file.ts';
import type { Session } from './state.ts';

export type { SavedFile } from './saved-run-file.ts';
export type { FlowDrawing } from '#exports/flow-svg.ts';
export type { Problem } from '#scenarios/problems.ts';
export type ExportFormat = Exporter['id'];

type Shown = Pick<Session, 'scenario' | 'seed' | 'failurePoints' | 'trace' | 'length' | 'hash'>;

/** The scenario as it stands: with the failure points in force, not only those that the run began with. */
export const sceneOf = ({ scenario, failurePoints }: Pick<Session, 'scenario' | 'failurePoints'>): ScenarioDocument => ({ ...scenario, failurePoints });

/** The run up to its head, in the given format. @throws when the code of the export cannot be loaded. */
export async function exportRun(id: ExportFormat, session: Shown): Promise<SavedFile> {
  // Taken before the code is loaded: the run may go on meanwhile.
  const { scenario, seed, hash, trace, length } = session;
  const input: ExportInput = { scenario: id === 'scenario' ? sceneOf(session) : scenario, seed, trace: trace.slice(0, length), traceHash: hash, engine: ENGINE_VERSION };
  const { exporter, exportName } = await import('#exports/exporters.ts');
  const format = exporter(id)!;
  return { name: exportName(input, format), mime: format.mime, content: format.write(input) };
}

export async function exportFlow({ scenario, seed }: Pick<Session, 'scenario' | 'seed'>, drawing: FlowDrawing): Promise<SavedFile> {
  const [{ flowSvg }, { fileName }] = await Promise.all([import('#exports/flow-svg.ts'), import('#exports/file-name.ts')]);
  return { name: fileName([scenario.id, 'seed', seed], 'svg'), mime: 'image/svg+xml', content: flowSvg(drawing) };
}

/** What a file holds, looked at before anything is opened. */
export type Inspected =
  | { readonly kind: 'run'; readonly run: SavedRun; readonly text: string }
  | { readonly kind: 'scenario'; readonly scenario: ScenarioDocument; /** Its id is a preset's, and it is not that preset. */ readonly copy: boolean };

export async function inspectText(text: string): Promise<Checked<Inspected>> {
  const { formatOf, parseRunFile } = await import('#exports/run-file.ts');
  if (formatOf(text) === 'run') {
    const parsed = parseRunFile(text);
    return parsed.ok ? { ok: true, value: { kind: 'run', run: parsed.run, text } } : parsed;
  }
  const { parseScenario } = await import('#scenarios/parse.ts');
  const parsed = parseScenario(text);
  return parsed.ok ? { ok: true, value: { kind: 'scenario', scenario: parsed.value, copy: isOtherThanPreset(parsed.value) } } : parsed;
}

/** `size` in bytes is judged before `read` is called. */
export async function inspectFile(size: number, read: () => Promise<ArrayBuffer>): Promise<Checked<Inspected>> {
  const { decodeText, sizeProblem } = await import('./decode.ts');
  const tooBig = sizeProblem(size);
  if (tooBig) return { ok: false, problems: [tooBig] };
  const text = decodeText(new Uint8Array(await read()));
  return text.ok ? inspectText(text.value) : text;
}

const bare = (document: ScenarioDocument): string => JSON.stringify({ ...document, failurePoints: null, workload: null });
const isOtherThanPreset = (document: ScenarioDocument): boolean => Object.hasOwn(PRESETS, document.id) && bare(document) !== bare(PRESETS[document.id]!);

/** Under an id of its own. `name` gives a name's copy. */
export function asCopy(document: ScenarioDocument, name: (text: string, locale: 'en' | 'es') => string): ScenarioDocument {
  return { ...document, id: `${document.id.slice(0, 58).replace(/-$/, '')}-copy`, name: { en: name(document.name.en, 'en').slice(0, 200), es: name(document.name.es, 'es').slice(0, 200) } };
}

export async function problemTexts(problems: readonly Problem[], locale: 'en' | 'es'): Promise<readonly { readonly place: string; readonly words: string }[]> {
  const { problemPlace, problemWords } = await import('#messages/problem-text.ts');
  return problems.map((problem) => ({ place: problemPlace(problem, locale), words: problemWords(problem, locale) }));
}
