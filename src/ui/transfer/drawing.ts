/** What the flow graph shows at the playhead, as plain data for a picture. */
import type { Messages } from '#messages/index.ts';
import type { Session } from '#session/state.ts';
import type { FlowDrawing } from '#session/transfer.ts';
import type { StepStatus } from '#trace/records.ts';
import { outcomeAt } from '#views/outcome.ts';
import { followedSaga, stepState } from '#views/sagas.ts';
import { edgesOf } from '../flow/graph.ts';
import { layoutFlow } from '../flow/layout.ts';
import { textIn } from '../kit/scenario.ts';
import type { ScenarioText } from '../kit/scenario.ts';
import type { WayEdgeData } from '../flow/WayEdge.tsx';

/** Okabe and Ito's set, as in tokens.css: a picture cannot look up the page's custom properties. */
const LANES = ['#56b4e9', '#e69f00', '#009e73', '#cc79a7', '#0072b2', '#d55e00', '#d9c400'];
const NO_LANE = '#8a93a5';
const laneColour = (index: number): string => (index < 0 ? NO_LANE : LANES[index % LANES.length]!);

type Shown = Pick<Session, 'scenario' | 'seed' | 'trace' | 'hash' | 'playhead' | 'saga' | 'failurePoints'>;

export function drawFlow(session: Shown, locale: 'en' | 'es', { app, failures, flow }: Pick<Messages, 'app' | 'failures' | 'flow'>): FlowDrawing {
  const { scenario, seed, trace, hash, playhead, failurePoints } = session;
  const layout = layoutFlow(scenario, { compact: false, aspect: 2 });
  const saga = followedSaga(trace, playhead.seq, session.saga);
  const statusWords: { readonly [status in StepStatus]: string } = flow.status;
  const kinds: { readonly [kind: string]: { readonly name: string } } = failures.kinds;
  const outcomes: { readonly [outcome: string]: string } = app.outcomes;
  const own = (name: ScenarioText | undefined, id: string): string => (name ? textIn(name, locale) : id);
  const serviceName = (id: string): string => own(scenario.services.find((service) => service.id === id)?.name, id);
  const laneName = (process: string): string => (process === 'orchestrator' ? flow.orchestrator : process === 'projector' ? flow.projector : serviceName(process));
  const colourOf = (service: string): string => laneColour(scenario.services.findIndex(({ id }) => id === service));
  const badgesOn = (step: string, phase: 'action' | 'compensation'): string[] =>
    failurePoints.filter(({ target }) => 'step' in target && target.step === step && target.phase === phase).map(({ kind }) => kinds[kind]?.name ?? kind);

  const nodes: FlowDrawing['nodes'][number][] = [];
  layout.steps.forEach(({ id, marker, action, compensation }, index) => {
    const step = scenario.saga.steps[index]!;
    nodes.push({ box: marker, label: String(index + 1), word: '', status: null, colour: null, badges: [] });
    const phase = (which: 'action' | 'compensation', box: typeof action, label: string): void => {
      const { status } = stepState(saga, index, which);
      nodes.push({ box, label, word: statusWords[status], status, colour: colourOf(step.service), badges: badgesOn(id, which) });
    };
    phase('action', action, textIn(step.name, locale));
    if (compensation && step.compensation) phase('compensation', compensation, textIn(step.compensation.name, locale));
  });
  for (const { id, box } of layout.projections) {
    const projection = scenario.projections.find((each) => each.id === id);
    nodes.push({ box, label: own(projection?.name, id), word: '', status: null, colour: null, badges: [] });
  }
  const { outcome } = outcomeAt(trace, playhead.seq);
  return {
    title: textIn(scenario.name, locale),
    subtitle: `${app.seed} ${seed} · ${outcomes[outcome] ?? outcome} · t = ${Math.round(playhead.at)} ms · ${app.hash} ${hash}`,
    width: layout.width,
    height: layout.height,
    lanes: layout.lanes.map(({ process, box, index }) => ({ box, label: laneName(process), colour: laneColour(index) })),
    ways: edgesOf(layout, scenario).map(({ data }) => {
      const { path, type, index } = data as WayEdgeData;
      const back = type === 'reverse' || type === 'compensate';
      const { status } = stepState(saga, index, 'compensation');
      return { path, back, faint: type === 'event', taken: back && status !== 'idle' && status !== 'skipped' };
    }),
    nodes,
  };
}
