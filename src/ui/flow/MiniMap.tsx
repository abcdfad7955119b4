/** The whole graph, small: where the steps stand and how, and what part of it is in sight. A press moves there. Loaded for sagas of many steps. */
import { useReactFlow, useStore } from '@xyflow/react';
import type { PointerEvent } from 'react';
import { followedSaga, stepState } from '#views/sagas.ts';
import { useSession } from '../session-context.tsx';
import type { FlowLayout } from './layout.ts';
import styles from './MiniMap.module.css';

function Step({ index, layout }: { index: number; layout: FlowLayout }) {
  const status = useSession((state) => stepState(followedSaga(state.trace, state.playhead.seq, state.saga), index, 'action').status);
  const back = useSession((state) => stepState(followedSaga(state.trace, state.playhead.seq, state.saga), index, 'compensation').status);
  const { action, compensation } = layout.steps[index]!;
  return (
    <>
      <rect x={action.x} y={action.y} width={action.width} height={action.height} className={styles.step} data-status={status} />
      {compensation && <rect x={compensation.x} y={compensation.y} width={compensation.width} height={compensation.height} className={styles.step} data-status={back} />}
    </>
  );
}

export function MiniMap({ layout }: { layout: FlowLayout }) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const { setViewport } = useReactFlow();
  const move = (event: PointerEvent<SVGSVGElement>): void => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const to = { x: ((event.clientX - box.left) / box.width) * layout.width, y: ((event.clientY - box.top) / box.height) * layout.height };
    void setViewport({ x: width / 2 - to.x * zoom, y: height / 2 - to.y * zoom, zoom });
  };
  // A second picture of what is there already: nothing to hear.
  return (
    <svg className={styles.map} viewBox={`0 0 ${layout.width} ${layout.height}`} aria-hidden data-minimap onPointerDown={move} onPointerMove={move}>
      {layout.lanes.map(({ process, box }) => <rect key={process} x={box.x} y={box.y} width={box.width} height={box.height} className={styles.lane} />)}
      {layout.steps.map(({ id }, index) => <Step key={id} index={index} layout={layout} />)}
      <rect x={-x / zoom} y={-y / zoom} width={width / zoom} height={height / zoom} className={styles.sight} />
    </svg>
  );
}
