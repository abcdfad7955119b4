/** The failure points of one step, phase or process, as small buttons on it: Enter edits, Delete removes. */
import { useShallow } from 'zustand/react/shallow';
import { struckAt } from '#views/flow.ts';
import type { FailurePoint, FailureTarget } from '#trace/records.ts';
import { useDescription } from '../kit/description.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './Badges.module.css';
import { FailureIcon } from './icons.tsx';
import { sameTarget } from './placement.ts';
import { usePlacing } from './placing.ts';
import { useFailureWords } from './words.ts';

function Badge({ point }: { point: FailurePoint }) {
  const words = useFailureWords();
  const { failures } = useMessages();
  const format = useFormat();
  const session = useActions();
  const struck = useSession((state) => struckAt(state.trace, state.playhead.seq, point.id));
  const state = struck > 0 ? failures.struck({ count: format.number(struck) }) : failures.waiting;
  const description = useDescription(`${state}. ${failures.badgeHint}`);
  return (
    <button
      type="button" className={`${styles.badge} nopan`} data-failure={point.kind} data-struck={struck > 0} aria-label={words.badge(point)}
      {...description.props} data-hint={`${words.name(point.kind)} · ${state}\n${failures.badgeHint}`}
      onClick={(event) => {
        event.stopPropagation();
        session.select({ type: 'failure-point', id: point.id });
        usePlacing.setState({ editing: point.id });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Delete' && event.key !== 'Backspace') return;
        event.stopPropagation();
        event.currentTarget.closest<HTMLElement>('[role="group"]')?.focus();
        session.removeFailurePoint(point.id);
      }}
    >
      {description.element}
      <FailureIcon kind={point.kind} />
      {words.occurrence(point.occurrence)}
    </button>
  );
}

export function Badges({ target }: { target: FailureTarget }) {
  const points = useSession(useShallow((state) => state.failurePoints.filter((point) => sameTarget(point.target, target))));
  if (points.length === 0) return null;
  return <span className={styles.badges}>{points.map((point) => <Badge key={point.id} point={point} />)}</span>;
}
