/** Which of several sagas the graph follows. */
import { useState } from 'react';
import type { SagaStatus } from '#trace/records.ts';
import { sagasAt } from '#views/sagas.ts';
import { useMessages } from '../kit/locale.tsx';
import { useSession, useSessionStore } from '../session-context.tsx';
import styles from './SagaSelect.module.css';

/** As many of the latest are offered. */
const MOST = 200;
interface Choice { readonly id: string; readonly status: SagaStatus }

export function SagaSelect() {
  const { flow } = useMessages();
  const store = useSessionStore();
  const followed = useSession((state) => state.saga);
  const several = useSession((state) => sagasAt(state.trace, state.playhead.seq).rows.size > 1);
  // Looked up when it is about to open: a list that changes with every frame is of no use.
  const [choices, setChoices] = useState<readonly Choice[]>([]);
  if (!several && followed === null) return null;
  const look = (): void => {
    const { trace, playhead: { seq } } = store.getState();
    setChoices([...sagasAt(trace, seq).rows.values()].slice(-MOST).map(({ id, status }) => ({ id, status })));
  };
  return (
    <select
      aria-label={flow.follow} className={styles.select} value={followed ?? ''} onFocus={look} onPointerDown={look} onPointerEnter={look}
      onChange={(event) => store.getState().follow(event.target.value || null)}
    >
      <option value="">{flow.followLast}</option>
      {followed !== null && choices.every(({ id }) => id !== followed) && <option value={followed}>{followed}</option>}
      {choices.map(({ id, status }) => <option key={id} value={id}>{id} · {flow.sagaStatus[status]}</option>)}
    </select>
  );
}
