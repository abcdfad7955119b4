/** What is selected, and why it is so; with nothing selected, the log of the saga that is followed. */
import { X } from 'lucide-react';
import type { Selection } from '#session/state.ts';
import { useSelect } from '../data/use-select.ts';
import { IconButton } from '../kit/Button.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useMessages } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import { EventDetails } from './EventDetails.tsx';
import { FailurePointDetails } from './FailurePointDetails.tsx';
import styles from './Inspector.module.css';
import { MessageDetails } from './MessageDetails.tsx';
import { Orientation } from './Orientation.tsx';
import { RecordDetails } from './RecordDetails.tsx';
import { RowDetails } from './RowDetails.tsx';
import { StepDetails } from './StepDetails.tsx';

export function Inspector() {
  const { inspector: texts } = useMessages();
  const selection = useSession((session) => session.selection);
  const select = useSelect();
  return (
    <Panel
      title={texts.title} className={styles.panel}
      tools={selection && <IconButton label={texts.close} icon={<X />} onClick={() => select(null)} />}
    >
      <div className={styles.body}>{selection ? <Details key={JSON.stringify(selection)} selection={selection} /> : <Orientation />}</div>
    </Panel>
  );
}

function Details({ selection }: { readonly selection: Selection }) {
  switch (selection.type) {
    case 'step': return <StepDetails step={selection.step} phase={selection.phase} />;
    case 'event': return <EventDetails position={selection.position} />;
    case 'message': return <MessageDetails id={selection.id} />;
    case 'row': return <RowDetails process={selection.process} table={selection.table} rowKey={selection.key} />;
    case 'failure-point': return <FailurePointDetails id={selection.id} />;
    case 'record': return <RecordDetails seq={selection.seq} />;
  }
}
