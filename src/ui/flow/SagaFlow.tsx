/** The saga as a graph: lanes per process, actions left to right, compensations beneath them, messages on their way. */
import '@xyflow/react/dist/base.css';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Panel as Overlay, ReactFlow, ReactFlowProvider, useReactFlow } from '@xyflow/react';
import { IconButton } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { Panel } from '../kit/Panel.tsx';
import { OrderButton } from '../orders/OrderButton.tsx';
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
const FIT = { padding: 0.035, maxZoom: 1.3, minZoom: 0.45 };

function Graph() {
  const scenario = useSession((session) => session.scenario);
  const still = useSession((session) => session.phase !== 'running');
  const frame = useRef<HTMLDivElement>(null);
  const [compact, setCompact] = useState(() => innerWidth < NARROW);
  const layout = useMemo(() => layoutFlow(scenario, compact), [scenario, compact]);
  const nodes = useMemo(() => nodesOf(layout), [layout]);
  const edges = useMemo(() => edgesOf(layout, scenario), [layout, scenario]);
  const { fitView } = useReactFlow();
  const dragging = usePlacing((state) => state.dragging !== null);

  useEffect(() => {
    const element = frame.current!;
    const observer = new ResizeObserver(() => {
      setCompact(element.clientWidth < NARROW);
      void fitView(FIT);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [fitView]);
  useEffect(() => { void fitView(FIT); }, [layout, fitView]);

  return (
    <div ref={frame} className={styles.frame} data-still={still} data-placing={dragging || undefined}>
      <ArrowHead />
      <ReactFlow
        nodes={nodes} edges={edges} nodeTypes={nodeTypes} edgeTypes={edgeTypes} fitView fitViewOptions={FIT} minZoom={0.3} maxZoom={2}
        nodesDraggable={false} nodesConnectable={false} nodesFocusable={false} edgesFocusable={false} elementsSelectable={false} disableKeyboardA11y
        proOptions={{ hideAttribution: true }} deleteKeyCode={null} selectionKeyCode={null} multiSelectionKeyCode={null} panActivationKeyCode={null} zoomActivationKeyCode={null}
      >
        <Tokens layout={layout} />
        <Overlay position="top-left" className={styles.overlay}><PlacingBar /><StuckBar /><Hint /></Overlay>
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
  return (
    <ReactFlowProvider>
      <Panel title={flow.title} flush className={styles.panel} aside={<SagaSelect />} tools={<><OrderButton /><ZoomTools /></>}>
        <Graph />
        <Narrator />
      </Panel>
    </ReactFlowProvider>
  );
}
