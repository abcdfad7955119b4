/** One phase of a step: its action, or the compensation beneath it. What a stranger reads off the screen is here: `data-status`. */
import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import { Handle, Position } from '@xyflow/react';
import { useShallow } from 'zustand/react/shallow';
import type { FailureTarget, StepStatus } from '#trace/records.ts';
import { followedSaga, sagasAt, statusCounts, stepState } from '#views/sagas.ts';
import type { StatusCounts } from '#views/sagas.ts';
import { serviceColour } from '../kit/colour.ts';
import { useDescription } from '../kit/description.tsx';
import { useFormat, useMessages, useText } from '../kit/locale.tsx';
import { serviceIndex } from '../kit/scenario.ts';
import { Badges } from '../palette/Badges.tsx';
import { PlaceHere, useDropState, usePlace } from '../palette/PlaceHere.tsx';
import { targetKey } from '../palette/placement.ts';
import { useActions, useSession } from '../session-context.tsx';
import { focusNeighbour } from './focus.ts';
import { StatusIcon } from './StatusIcon.tsx';
import styles from './StepNode.module.css';

export interface StepNodeData extends Record<string, unknown> { readonly index: number; readonly phase: 'action' | 'compensation'; readonly compact: boolean }

/** Another scenario may have fewer steps; the graph's nodes follow one render later. */
export const StepNode = memo(function StepNode({ data }: { data: StepNodeData }) {
  const exists = useSession(({ scenario }) => data.index < scenario.saga.steps.length);
  return exists ? <Step data={data} /> : null;
});

function Step({ data }: { data: StepNodeData }) {
  const { index, phase } = data;
  const { flow } = useMessages();
  const text = useText();
  const format = useFormat();
  const session = useActions();
  const scenario = useSession((state) => state.scenario);
  const { status, attempt, over } = useSession(useShallow((state) => {
    const saga = followedSaga(state.trace, state.playhead.seq, state.saga);
    return { ...stepState(saga, index, phase), over: saga !== null && saga.endedAt !== null };
  }));
  const step = scenario.saga.steps[index]!;
  const selected = useSession(({ selection }) => selection?.type === 'step' && selection.step === step.id && selection.phase === phase);
  const target: FailureTarget = { step: step.id, phase };
  const key = targetKey(target);
  const drop = useDropState(target, key);
  const place = usePlace(target);
  const activity = phase === 'action' ? step : step.compensation;
  const { attempts } = phase === 'action' ? scenario.saga.retry : scenario.saga.compensationRetry;
  const tries = attempt > 0 && (status === 'retrying' || attempt > 1)
    ? (phase === 'action' && step.kind === 'retriable' ? flow.attemptOpen({ n: format.number(attempt) }) : flow.attempt({ n: format.number(attempt), of: format.number(attempts) }))
    : '';
  // Nothing will happen here any more: `idle` would sound as if it waited.
  const word = over && status === 'idle' ? (phase === 'action' ? flow.notReached : flow.notNeeded) : flow.status[status];
  const description = useDescription(flow.description({ status: word, attempt: tries, kind: phase === 'action' ? flow.kinds[step.kind] : '' }));
  if (!activity) return null;

  const label = text(activity.name);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (!place()) session.select({ type: 'step', step: step.id, phase });
    } else if (focusNeighbour(event.currentTarget, event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a place for failures: focus, Enter places or inspects
    <div tabIndex={0} role="group"
      aria-label={label} {...description.props}
      className={`${styles.step} nopan`} data-step={step.id} data-phase={phase} data-status={status} data-drop={key} data-drop-state={drop.state} data-over={drop.over || undefined}
      data-selected={selected || undefined} data-compact={data.compact || undefined} style={{ borderInlineStartColor: serviceColour(serviceIndex(scenario, step.service)) }}
      onClick={() => { if (!place()) session.select({ type: 'step', step: step.id, phase }); }} onKeyDown={onKeyDown}
    >
      {description.element}
      <Handle type="target" position={Position.Top} isConnectable={false} className={styles.handle} />
      <span className={styles.name} data-hint={phase === 'compensation' ? flow.undoes({ action: text(step.name) }) : undefined}>{label}</span>
      <span className={styles.state}>
        <StatusIcon status={status} />
        <span className={styles.word}>{word}</span>
        {tries !== '' && <span className={styles.attempt}>{tries}</span>}
      </span>
      <span className={styles.foot}>
        {phase === 'action' && step.kind !== 'compensatable' && <span className={styles.kind} data-hint={flow.kindHints[step.kind]}>{flow.kinds[step.kind]}</span>}
        <Counts index={index} phase={phase} />
      </span>
      <span className={styles.badges}><Badges target={target} most={data.compact ? 2 : 3} /></span>
      <PlaceHere target={target} />
      <Handle type="source" position={Position.Bottom} isConnectable={false} className={styles.handle} />
    </div>
  );
}

/** With many sagas under way, how many of them are where. */
function Counts({ index, phase }: { index: number; phase: 'action' | 'compensation' }) {
  const { flow } = useMessages();
  const format = useFormat();
  const counts = useSession((state) => (sagasAt(state.trace, state.playhead.seq).rows.size < 2 ? NONE : statusCounts(state.trace, state.playhead.seq, index, phase)));
  const entries = Object.entries(counts) as [StepStatus, number][];
  if (entries.length === 0) return null;
  return (
    <>
      {entries.map(([status, count]) => (
        <span key={status} className={styles.count} data-status={status} data-hint={flow.inSagas({ count: format.number(count), status: flow.status[status] })}>
          <StatusIcon status={status} />{format.number(count)}
        </span>
      ))}
    </>
  );
}
const NONE: StatusCounts = {};
