/** The saga as a graph: lanes per process, actions left to right, compensations beneath them, messages on their way. */
import '@xyflow/react/dist/base.css';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { IconButton } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { Panel } from '../kit/Panel.tsx';
import { OrderButton } from '../orders/OrderButton.tsx';
import { PHONE, useMedia } from '../kit/use-media.ts';
import { usePlacing } from '../palette/placing.ts';
import { useSession } from '../session-context.tsx';
import { Hint } from './Hint.tsx';
import { LaneNode } from './LaneNode.tsx';
import { layoutFlow } from './layout.ts';
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

const nodeTypes = { lane: LaneNode, step: StepNode, marker: MarkerNode, projection: ProjectionNode };
const edgeTypes = { way: WayEdge };
/** Narrower than this, lanes carry their names on top. */
const NARROW = 560;
const FIT = { padding: 0.035, maxZoom: 1.25, minZoom: 0.45 };

function Graph() {
  const scenario = useSession((session) => session.scenario);
  const still = useSession((session) => session.phase !== 'running');
  const frame = useRef<HTMLDivElement>(null);
  const [compact, setCompact] = useState(() => innerWidth < NARROW);
  const [aspect, setAspect] = useState(2);
  const layout = useMemo(() => layoutFlow(scenario, { compact, aspect }), [scenario, compact, aspect]);
  const nodes = useMemo(() => nodesOf(layout), [layout]);
  const edges = useMemo(() => edgesOf(layout, scenario), [layout, scenario]);
  const { fitView } = useReactFlow();
  const dragging = usePlacing((state) => state.dragging !== null);

  useEffect(() => {
    const element = frame.current!;
    const observer = new ResizeObserver(() => {
      const { clientWidth: width, clientHeight: height } = element;
      if (height === 0) return;
      setCompact(width < NARROW);
      setAspect(Math.round((width / height) * 20) / 20);
      void fitView(FIT);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [fitView]);
  // The nodes have to be there before they can be fitted.
  useEffect(() => {
    const next = requestAnimationFrame(() => void fitView(FIT));
    return () => cancelAnimationFrame(next);
  }, [layout, fitView]);

  return (
    <div ref={frame} className={styles.frame} data-still={still} data-placing={dragging || undefined}>
      <ArrowHead />
      <ReactFlow
        nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} fitView fitViewOptions={FIT} minZoom={0.3} maxZoom={2}
        nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} disableKeyboardA11y
        attributionPosition={compact ? 'bottom-left' : 'bottom-right'} deleteKeyCode={null} selectionKeyCode={null} multiSelectionKeyCode={null} panActivationKeyCode={null} zoomActivationKeyCode={null}
      >
        <Tokens layout={layout} />
      </ReactFlow>
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

export function SagaFlow() {
  const { flow } = useMessages();
  const phone = useMedia(PHONE);
  const armed = useSession((session) => session.armed !== null);
  return (
    <ReactFlowProvider>
      <Panel title={flow.title} flush className={styles.panel} aside={<div className={styles.aside}><SagaSelect />{!phone && <Hint />}</div>} tools={<><OrderButton /><ZoomTools /></>}>
        {phone && <Hint />}
        <Graph />
        <StuckBar />
        {armed ? <PlacingBar /> : null}
        <Narrator hidden={armed} />
      </Panel>
    </ReactFlowProvider>
  );
}
