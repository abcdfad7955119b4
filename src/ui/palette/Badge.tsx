/** One failure point as a small button: Enter edits, Delete removes. */
import { struckAt } from '#views/flow.ts';
import type { FailurePoint } from '#trace/records.ts';
import { useDescription } from '../kit/description.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './Badges.module.css';
import { FailureIcon } from './icons.tsx';
import { usePlacing } from './placing.ts';
import { useFailureWords } from './words.ts';

/** `named`: its name stands beside its icon. */
export function Badge({ point, named = false }: { point: FailurePoint; named?: boolean }) {
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
      {named && <span className={styles.name}>{words.name(point.kind)}</span>}
      {words.occurrence(point.occurrence)}
    </button>
  );
}
