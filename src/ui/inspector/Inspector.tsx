/** What is selected, and why it is so; with nothing selected, the log of the saga that is followed. */
import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useSelect } from '../data/use-select.ts';
import { IconButton } from '../kit/Button.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useMessages } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import styles from './Inspector.module.css';
import { Orientation } from './Orientation.tsx';

// Loaded with the first selection.
const Details = lazy(async () => ({ default: (await import('./Details.tsx')).Details }));

export function Inspector() {
  const { inspector: texts } = useMessages();
  const selection = useSession((session) => session.selection);
  const select = useSelect();
  return (
    <Panel
      title={texts.title} className={styles.panel}
      tools={selection && <IconButton label={texts.close} icon={<X />} onClick={() => select(null)} />}
    >
      <div className={styles.body}>{selection ? <Suspense><Details key={JSON.stringify(selection)} selection={selection} /></Suspense> : <Orientation />}</div>
    </Panel>
  );
}
