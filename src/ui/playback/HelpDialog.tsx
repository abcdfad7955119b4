import type { StepStatus } from '#trace/records.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { Legend } from '../flow/Legend.tsx';
import { StatusIcon } from '../flow/StatusIcon.tsx';
import { useMessages } from '../kit/locale.tsx';
import styles from './HelpDialog.module.css';

const STATES: readonly StepStatus[] = ['idle', 'running', 'retrying', 'committed', 'failed', 'unknown', 'compensating', 'compensated', 'stuck', 'skipped'];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const { playback, flow, app } = useMessages();
  const { keys, keyNames } = playback;
  const list: readonly (readonly [string, string])[] = [
    [keyNames.space, keys.space], [keyNames.right, keys.right], ['←, →', keys.scrub], [keyNames.home, keys.home], ['Ctrl+Z, Ctrl+Shift+Z', keys.undo],
    [keyNames.enter, keys.enter], [keyNames.escape, keys.escape], [keyNames.arrows, keys.arrows], [keyNames.del, keys.del], ['?', keys.help],
  ];
  return (
    <Dialog title={app.help} onClose={onClose} wide>
      <p>{playback.what}</p>
      <div className={styles.columns}>
        <section>
          <h3 className={styles.title}>{playback.legendTitle}</h3>
          <dl className={styles.list}>
            {STATES.map((status) => <div key={status}><dt className={styles.state} data-status={status}><StatusIcon status={status} />{flow.status[status]}</dt><dd>{playback.states[status]}</dd></div>)}
          </dl>
        </section>
        <section>
          <h3 className={styles.title}>{playback.shortcuts}</h3>
          <dl className={styles.list}>{list.map(([key, what]) => <div key={key}><dt>{key.split(', ').map((one) => <kbd key={one} className={styles.key}>{one}</kbd>)}</dt><dd>{what}</dd></div>)}</dl>
        </section>
      </div>
      <Legend />
    </Dialog>
  );
}
