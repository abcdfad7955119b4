/** The lane of a process: whose it is, its database, whether it is up. Crashes can be dropped on its head. */
import { Database, PowerOff } from 'lucide-react';
import { memo } from 'react';
import type { KeyboardEvent } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { FailureTarget } from '#trace/records.ts';
import { processAt } from '#views/flow.ts';
import { serviceColour } from '../kit/colour.ts';
import { useDescription } from '../kit/description.tsx';
import { useFormat, useMessages, useText } from '../kit/locale.tsx';
import { Badges } from '../palette/Badges.tsx';
import { PlaceHere, useDropState, usePlace } from '../palette/PlaceHere.tsx';
import { targetKey } from '../palette/placement.ts';
import { useSession } from '../session-context.tsx';
import { focusNeighbour } from './focus.ts';
import { MessagingSwitches } from './MessagingSwitches.tsx';
import styles from './LaneNode.module.css';

export interface LaneNodeData extends Record<string, unknown> { readonly process: string; readonly index: number; readonly compact: boolean }

export const LaneNode = memo(function LaneNode({ data: { process, index, compact } }: { data: LaneNodeData }) {
  const { flow } = useMessages();
  const text = useText();
  const format = useFormat();
  const service = useSession((state) => state.scenario.services[index]);
  const { downUntil, commits } = useSession(useShallow((state) => processAt(state.trace, state.playhead.seq, process)));
  const target: FailureTarget = { process };
  const key = targetKey(target);
  const drop = useDropState(target, key);
  const place = usePlace(target);
  const name = service ? text(service.name) : process === 'orchestrator' ? flow.orchestrator : flow.projector;
  const hint = service ? flow.database({ store: flow.stores[service.store] }) : process === 'orchestrator' ? flow.orchestratorHint : flow.projectorHint;
  const down = downUntil === null ? null : flow.downUntil({ time: format.ms(downUntil) });
  const description = useDescription(down ?? hint);
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.target !== event.currentTarget) return;
    if (event.key === 'Enter' ? place() : focusNeighbour(event.currentTarget, event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    <div className={styles.lane} data-process={process} data-down={down === null ? undefined : true} data-compact={compact || undefined} data-drop={key} data-over={drop.over || undefined} data-drop-state={drop.state} style={{ borderInlineStartColor: serviceColour(index) }}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- a place for failures: focus, Enter places */}
      <div tabIndex={0} role="group"
        aria-label={name} {...description.props} className={`${styles.head} nopan`} data-process={process} data-down={down !== null}
        data-drop={key} data-drop-state={drop.state} data-over={drop.over || undefined} onClick={place} onKeyDown={onKeyDown}
      >
        {description.element}
        <span className={styles.name}>{name}</span>
        <span className={styles.store} data-hint={hint}>
          <span key={commits} className={styles.disk} data-pulse={commits > 0 || undefined}><Database aria-hidden /></span>
          {down !== null ? <span className={styles.down} data-hint={down}><PowerOff aria-hidden />{flow.down}</span> : service && <span className={styles.kind}>{flow.stores[service.store]}</span>}
        </span>
        {service && <MessagingSwitches service={service.id} name={name} />}
        <span className={styles.badges}><Badges target={target} most={1} /></span>
        <PlaceHere target={target} />
      </div>
    </div>
  );
});
