/** A replay that takes long: how far it is, and how to stop it. */
import { Hourglass } from 'lucide-react';
import { Button } from '../kit/Button.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './Notices.module.css';

/** Every delivery would be too much to read. */
const STEP = 1000;

export function ReplayBar() {
  const { session: texts } = useMessages();
  const session = useActions();
  const format = useFormat();
  const count = useSession((state) => Math.floor((state.replayed ?? 0) / STEP) * STEP);
  return (
    <div className={styles.toast} data-tone="info">
      <Hourglass aria-hidden />
      <p role="status">{texts.replaying({ count: format.number(count) })}</p>
      <Button onClick={() => session.stopReplay()}>{texts.stopReplay}</Button>
    </div>
  );
}
