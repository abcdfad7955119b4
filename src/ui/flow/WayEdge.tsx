/** Edges along the ways of the layout: request and reply, compensation, the order of the steps, events. */
import { memo } from 'react';
import { BaseEdge } from '@xyflow/react';
import { followedSaga, stepState } from '#views/sagas.ts';
import { useSession } from '../session-context.tsx';
import styles from './WayEdge.module.css';

export interface WayEdgeData extends Record<string, unknown> {
  readonly path: string;
  readonly type: 'sequence' | 'request' | 'reply' | 'compensate' | 'reverse' | 'event';
  /** Index of the step it serves. */
  readonly index: number;
}

export const WayEdge = memo(function WayEdge({ data }: { data?: WayEdgeData }) {
  const live = useSession((state) => {
    if (!data || data.type === 'event') return false;
    const saga = followedSaga(state.trace, state.playhead.seq, state.saga);
    if (!saga) return false;
    if (data.type === 'sequence') return stepState(saga, data.index, 'action').status !== 'idle';
    const back = data.type === 'compensate' || data.type === 'reverse';
    const { status } = stepState(saga, data.index, back ? 'compensation' : 'action');
    return status !== 'idle' && status !== 'skipped';
  });
  if (!data) return null;
  const directed = data.type === 'sequence' || data.type === 'reverse';
  return <BaseEdge path={data.path} className={`${styles.edge} ${styles[data.type]}`} data-live={live || undefined} {...(directed ? { markerEnd: 'url(#flow-arrow)' } : {})} interactionWidth={0} />;
});

export const ArrowHead = () => (
  <svg className={styles.defs} aria-hidden>
    <defs>
      <marker id="flow-arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
        <path d="M1 1L9 5L1 9" fill="none" stroke="context-stroke" strokeWidth="2" />
      </marker>
    </defs>
  </svg>
);
