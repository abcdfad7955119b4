/** The saga as a graph: lanes per process, actions left to right, compensations beneath them, messages on their way. */
import '@xyflow/react/dist/base.css';
import { Maximize, Minus, Plus, Shapes } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { IconButton } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { Panel } from '../kit/Panel.tsx';
import { OrderButton } from '../orders/OrderButton.tsx';
import { PHONE, useMedia } from '../kit/use-media.ts';
import { usePlacing } from '../palette/placing.ts';
import { followedSaga, sagasAt } from '#views/sagas.ts';
import { useSession } from '../session-context.tsx';
import { Hint } from './Hint.tsx';
import { LaneNode } from './LaneNode.tsx';
import { fitted, layoutFlow, NARROW } from './layout.ts';
import type { FlowLayout } from './layout.ts';
import { Narrator } from './Narrator.tsx';
import { nodesOf, edgesOf } from './graph.ts';
import { SagaSelect } from './SagaSelect.tsx';
import styles from './SagaFlow.module.css';
import { MarkerNode, ProjectionNode } from './SmallNodes.tsx';
import { StepNode } from './StepNode.tsx';
import { StuckBar } from '../stuck/StuckBar.tsx';
import { Tokens } from './Tokens.tsx';
import { ArrowHead, WayEdge } from './WayEdge.tsx';
import { PlacingBar } from '../palette/PlacingBar.tsx';

const LegendDialog = lazy(async () => ({ default: (await import('./Legend.tsx')).LegendDialog }));
const MiniMap = lazy(async () => ({ default: (await import('./MiniMap.tsx')).MiniMap }));

const nodeTypes = { lane: LaneNode, step: StepNode, marker: MarkerNode, projection: ProjectionNode };
const edgeTypes = { way: WayEdge };
const FIT = { padding: 0.035, maxZoom: 1.25, minZoom: 0.3 };
/** Shown smaller than this, with nodes at least this wide, the texts are set larger: height is scarce, width is not. */
const SMALL = 0.8;
const ROOM = 200;
/** With more steps than this a small map shows where one is. */
const MANY_STEPS = 8;
const still = matchMedia('(prefers-reduced-motion: reduce)');

function Graph() {
  const scenario = useSession((session) => session.scenario);
  const paused = useSession((session) => session.phase !== 'running');
  const cursor = useSession(({ trace, playhead, saga }) => followedSaga(trace, playhead.seq, saga)?.cursor ?? 0);
  const phase = useSession(({ trace, playhead, saga }) => (followedSaga(trace, playhead.seq, saga)?.phase === 'compensation' ? 'compensation' : 'action'));
  const frame = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState(() => ({ width: innerWidth, height: innerHeight / 2 }));
  const compact = size.width < NARROW;
  const aspect = Math.round((size.width / size.height) * 20) / 20;
  const layout = useMemo(() => layoutFlow(scenario, { compact, aspect }), [scenario, compact, aspect]);
  const nodes = useMemo(() => nodesOf(layout), [layout]);
  const edges = useMemo(() => edgesOf(layout, scenario), [layout, scenario]);
  const { setViewport } = useReactFlow();
  const dragging = usePlacing((state) => state.dragging !== null);

  useEffect(() => {
    const element = frame.current!;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (height > 0) setSize({ width, height });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const viewport = useMemo(() => fitted(layout, size, cursor, phase), [layout, size, cursor, phase]);
  const large = viewport.zoom < SMALL && (layout.steps[0]?.action.width ?? 0) >= ROOM;
  const framed = useRef<{ readonly layout: FlowLayout; readonly size: object } | null>(null);
  // What is asked of it before it is ready is lost.
  const [ready, setReady] = useState(false);
  useEffect(() => {
    if (!ready) return;
    // Another frame is shown at once; where the graph is larger than it, the view goes along with the saga.
    const same = framed.current?.layout === layout && framed.current.size === size;
    framed.current = { layout, size };
    if (same && viewport.whole) return;
    void setViewport(viewport, { duration: same && !still.matches ? 250 : 0 });
  }, [viewport, layout, size, setViewport, ready]);

  return (
    <div ref={frame} className={styles.frame} data-still={paused} data-large={large || undefined} data-placing={dragging || undefined}>
      <ArrowHead />
      <ReactFlow
        nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} defaultViewport={viewport} onInit={() => setReady(true)} minZoom={0.3} maxZoom={2}
        nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} disableKeyboardA11y
        attributionPosition={compact ? 'bottom-left' : 'bottom-right'} deleteKeyCode={null} selectionKeyCode={null} multiSelectionKeyCode={null} panActivationKeyCode={null} zoomActivationKeyCode={null}
      >
        <Tokens layout={layout} />
      </ReactFlow>
      {!compact && layout.steps.length > MANY_STEPS && <Suspense><MiniMap layout={layout} /></Suspense>}
    </div>
  );
}

function ZoomTools() {
  const { flow } = useMessages();
  const { zoomIn, zoomOut, fitView } = useReactFlow();
  return (
    <>
      <IconButton label={flow.zoomOut} icon={<Minus />} onClick={() => void zoomOut()} />
      <IconButton label={flow.zoomIn} icon={<Plus />} onClick={() => void zoomIn()} />
      <IconButton label={flow.fit} icon={<Maximize />} onClick={() => void fitView(FIT)} />
    </>
  );
}

function LegendButton() {
  const { flow } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label={flow.legend} icon={<Shapes />} aria-haspopup="dialog" onClick={() => setOpen(true)} />
      {open && <Suspense><LegendDialog onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}

export function SagaFlow() {
  const { flow } = useMessages();
  const phone = useMedia(PHONE);
  const armed = useSession((session) => session.armed !== null);
  const stuck = useSession(({ trace, playhead: { seq } }) => sagasAt(trace, seq).counts.stuck > 0);
  return (
    <ReactFlowProvider>
      <Panel title={flow.title} flush className={styles.panel} aside={<div className={styles.aside}><SagaSelect />{!phone && <Hint />}</div>} tools={<><OrderButton />{!phone && <LegendButton />}<ZoomTools /></>}>
        {phone && !armed && <Hint />}
        <Graph />
        <StuckBar />
        {armed ? <PlacingBar /> : null}
        <Narrator hidden={armed || stuck} />
      </Panel>
    </ReactFlowProvider>
  );
}
