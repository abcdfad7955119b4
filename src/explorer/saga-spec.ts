/**
 * Given / when / then for sagas: `given(scenario).seed(7).when(point(...)).run()` runs it on memory and answers questions about its
 * trace. For tests, for the explorer, and for anyone who checks a saga of their own.
 */
import { compileScenario } from '#scenarios/compile.ts';
import type { CompiledScenario } from '#scenarios/compile.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import type {
  Envelope, FailurePoint, Intervention, InterventionAction, Occurrence, Row, RunEnded, SagaRow, StoredEvent, Trace, TransitionRecord,
} from '#trace/records.ts';
import { runToEnd } from '#kernel/run.ts';
import { localRun } from './local-run.ts';
import type { LocalRun } from './local-run.ts';

/** A failure point in short: `point('lost-reply', 'process-payment')`; phase compensation where `where` ends in `.compensation`; a process otherwise named `:payments`. */
export function point(kind: string, where: string, occurrence: Occurrence = { mode: 'first' }, params: { readonly [name: string]: number } = {}): FailurePoint {
  const [step, phase] = where.split('.') as [string, string?];
  const target = where.startsWith(':') ? { process: where.slice(1) } : { step, phase: phase === 'compensation' ? 'compensation' as const : 'action' as const };
  return { id: `${kind}@${where}`, kind, target, occurrence, params };
}

export class SagaSpec {
  private readonly scenario: CompiledScenario;
  private seedNumber = 7;
  private points: readonly FailurePoint[] = [];
  private actions: ((run: LocalRun) => InterventionAction | null)[] = [];
  constructor(document: ScenarioDocument) { this.scenario = compileScenario(document); }

  seed(seed: number): this { this.seedNumber = seed; return this; }
  when(...points: readonly FailurePoint[]): this { this.points = points; return this; }
  /** After the run has come to rest, do this and run on. */
  thenDo(action: InterventionAction): this { this.actions.push(() => action); return this; }

  run(): SagaResult {
    const run = localRun(this.scenario, this.seedNumber, this.points);
    runToEnd(run.world, run.hosts);
    for (const action of this.actions) {
      const next = action(run);
      if (!next) continue;
      run.world.apply(next, run.world.now);
      runToEnd(run.world, run.hosts);
    }
    return new SagaResult(run);
  }
}
export const given = (document: ScenarioDocument): SagaSpec => new SagaSpec(document);

export class SagaResult {
  readonly run: LocalRun;
  readonly trace: Trace;
  constructor(run: LocalRun) {
    this.run = run;
    this.trace = run.world.trace;
  }

  get interventions(): readonly Intervention[] { return this.run.world.interventions; }
  get ended(): RunEnded { return this.trace.findLast((record) => record.kind === 'run-ended') as RunEnded; }
  get outcome(): string { return this.ended.outcome; }
  get brokenInvariants(): readonly string[] { return this.ended.invariants.filter(({ holds }) => !holds).map(({ id }) => id); }
  get transitions(): readonly TransitionRecord[] { return this.trace.filter((record) => record.kind === 'transition'); }
  get events(): readonly StoredEvent[] { return this.transitions.flatMap(({ commit }) => commit?.events ?? []); }
  get eventTypes(): readonly string[] { return this.events.map(({ type }) => type); }
  /** Every message sent, timers included, by id. */
  get messages(): ReadonlyMap<number, Envelope> {
    const sent = this.trace.flatMap((record) => (record.kind === 'transition' || record.kind === 'intervention' ? record.sends : []));
    return new Map(sent.map((message) => [message.id, message]));
  }
  saga(id = 'saga-1'): SagaRow { return this.run.databases.get('orchestrator')!.get('sagas', id) as unknown as SagaRow; }
  row(process: string, table: string, key: string): Row | undefined { return this.run.databases.get(process)!.get(table, key); }
  rows(process: string, table: string): readonly Row[] { return [...this.run.databases.get(process)!.all(table)]; }
  /** `process-payment#2:transient`: what each handled command came to, in order. */
  get attempts(): readonly string[] {
    const { messages } = this;
    return this.transitions.flatMap((record) => {
      const message = messages.get(record.message);
      return message?.kind === 'command' && message.step !== null ? [`${message.type}#${message.attempt}:${record.crash ?? record.note}`] : [];
    });
  }
}
