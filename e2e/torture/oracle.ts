/** What the databases of a killed browser must hold: judged by a replay of the run's input in this process, not by the page. */
import { compileScenario } from '../../src/scenarios/compile.ts';
import type { ScenarioDocument } from '../../src/scenarios/document.ts';
import { DiskMatch } from '../../src/session/disk-match.ts';
import { rebuild } from '../../src/session/rebuild.ts';
import type { DatabaseDump } from '../../src/storage/port.ts';
import type { Commit, Intervention, Row } from '../../src/trace/records.ts';

/** A run as it lies on the disk. */
export interface Found {
  readonly run: string;
  readonly state: string;
  readonly scenario: ScenarioDocument;
  readonly seed: number;
  readonly interventions: readonly Intervention[];
  /** By process; a database that was not made yet is missing. */
  readonly databases: { readonly [process: string]: DatabaseDump };
}
/** What the page heard of from its workers, in the order of hearing. */
export interface Acknowledged { readonly run: string; readonly process: string; readonly commits: readonly Commit[] }

/**
 * Nothing acknowledged is lost, and no transaction is there in part: each database holds exactly what it held after some number of its
 * commits, and that number reaches to its last acknowledged commit. Gives what is wrong, as text.
 */
export function judge(found: Found, acknowledged: readonly Acknowledged[]): readonly string[] {
  const scenario = compileScenario(found.scenario);
  const judges = scenario.processes.map((definition) => {
    const heard = acknowledged.filter(({ run, process }) => run === found.run && process === definition.id).flatMap(({ commits }) => commits).map((commit) => JSON.stringify(commit));
    const disk = found.databases[definition.id];
    return { id: definition.id, heard, next: 0, reached: 0, commits: 0, held: -1, match: disk && new DiskMatch([definition], new Map([[definition.id, disk]])) };
  });
  for (const each of judges) if (each.match?.exact) each.held = 0;
  rebuild(found.scenario, found.seed, found.interventions, {
    enough: () => false,
    committed(process, commit) {
      const each = judges.find(({ id }) => id === process)!;
      each.commits += 1;
      if (JSON.stringify(commit) === each.heard[each.next]) {
        each.next += 1;
        each.reached = each.commits;
      }
      each.match?.commit(process, commit);
      if (each.match?.exact) each.held = each.commits;
    },
  });
  const deaf = acknowledged.some(({ run, process }) => run === found.run && !judges.some(({ id }) => id === process));
  if (deaf) return ['an acknowledgement names no process of the run: the harness does not hear what it should'];
  return judges.flatMap(({ id, heard, next, reached, held, match }) => {
    if (next < heard.length) return [`${id}: acknowledged commit ${next + 1} of ${heard.length} is not one of the run`];
    if (!match) return heard.length > 0 ? [`${id}: LOST, its database is missing`] : [];
    if (held < 0) return [`${id}: TORN, its database holds what it held after no number of commits`];
    return held < reached ? [`${id}: LOST, acknowledged up to commit ${reached}, the database holds ${held}`] : [];
  });
}

/** How each saga ends when nobody interrupts. */
export function undisturbed(scenario: ScenarioDocument, seed: number): { readonly [saga: string]: unknown } {
  const { contents } = rebuild(scenario, seed, [], { enough: () => false });
  return statusesOf(contents.get('orchestrator')!);
}
export const statusesOf = ({ tables }: DatabaseDump): { readonly [saga: string]: unknown } =>
  Object.fromEntries((tables['sagas'] as readonly Row[]).map(({ id, status }) => [String(id), status]));
