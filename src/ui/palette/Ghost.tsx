/** What follows the pointer while a failure is dragged, with the reason where it may not be let go. */
import { useMessages } from '../kit/locale.tsx';
import styles from './Ghost.module.css';
import { FailureIcon } from './icons.tsx';
import { usePlacing } from './placing.ts';
import { useFailureWords } from './words.ts';

export function Ghost() {
  const kind = usePlacing((state) => state.dragging);
  const placement = usePlacing((state) => state.placement);
  const words = useFailureWords();
  const { failures } = useMessages();
  if (kind === null) return null;
  return (
    <div className={styles.ghost} data-state={placement === null ? 'nowhere' : placement.ok ? 'valid' : 'invalid'} aria-hidden>
      <FailureIcon kind={kind} />
      <span>{words.name(kind)}</span>
      <span className={styles.where}>
        {placement === null ? failures.refused.nowhere : placement.ok ? `→ ${words.target(placement.target)}` : failures.refused[placement.reason]}
      </span>
    </div>
  );
}
