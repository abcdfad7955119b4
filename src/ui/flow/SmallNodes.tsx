/** The orchestrator's markers, one a step, and the projections of the read side. */
import { Table2 } from 'lucide-react';
import { memo } from 'react';
import { Handle, Position } from '@xyflow/react';
import { useShallow } from 'zustand/react/shallow';
import { appliedAt } from '#views/flow.ts';
import { followedSaga, stepState } from '#views/sagas.ts';
import { useMessages, useText } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import styles from './SmallNodes.module.css';
import { StatusIcon } from './StatusIcon.tsx';

export interface MarkerNodeData extends Record<string, unknown> { readonly index: number }

export const MarkerNode = memo(function MarkerNode({ data: { index } }: { data: MarkerNodeData }) {
  const { flow } = useMessages();
  const [status, here] = useSession(useShallow((state) => {
    const saga = followedSaga(state.trace, state.playhead.seq, state.saga);
    const back = stepState(saga, index, 'compensation').status;
    return [back === 'idle' || back === 'skipped' ? stepState(saga, index, 'action').status : back, saga?.cursor === index && saga.endedAt === null] as const;
  }));
  return (
    <div className={styles.marker} data-status={status} data-here={here || undefined} aria-hidden data-hint={flow.status[status]}>
      <span className={styles.number}>{index + 1}</span>
      <StatusIcon status={status} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} className={styles.handle} />
      <Handle type="target" position={Position.Left} isConnectable={false} className={styles.handle} />
    </div>
  );
});

export interface ProjectionNodeData extends Record<string, unknown> { readonly id: string }

export const ProjectionNode = memo(function ProjectionNode({ data: { id } }: { data: ProjectionNodeData }) {
  const text = useText();
  const name = useSession((state) => state.scenario.projections.find((projection) => projection.id === id)?.name);
  const applied = useSession((state) => appliedAt(state.trace, state.playhead.seq, id));
  return (
    <div className={styles.projection}>
      <Handle type="target" position={Position.Top} isConnectable={false} className={styles.handle} />
      <span key={applied} className={styles.pulse} data-pulse={applied > 0 || undefined}><Table2 aria-hidden /></span>
      <span className={styles.name}>{name ? text(name) : id}</span>
    </div>
  );
});
