/** Says what is in the hand, and how to put it down. */
import { useMessages } from '../kit/locale.tsx';
import { Button } from '../kit/Button.tsx';
import { useActions, useSession } from '../session-context.tsx';
import { FailureIcon } from './icons.tsx';
import styles from './PlacingBar.module.css';
import { useFailureWords } from './words.ts';

export function PlacingBar() {
  const { flow } = useMessages();
  const words = useFailureWords();
  const session = useActions();
  const armed = useSession((state) => state.armed);
  if (armed === null) return null;
  return (
    <div className={styles.bar} role="status">
      <FailureIcon kind={armed} />
      <span>{flow.placing({ failure: words.name(armed) })}</span>
      <Button onClick={() => session.arm(null)}>{flow.cancelPlacing}</Button>
    </div>
  );
}
