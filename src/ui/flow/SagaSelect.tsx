/** Which of several sagas the graph follows. */
import { useShallow } from 'zustand/react/shallow';
import { sagasAt } from '#views/sagas.ts';
import { useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './SagaSelect.module.css';

export function SagaSelect() {
  const { flow } = useMessages();
  const session = useActions();
  const followed = useSession((state) => state.saga);
  const sagas = useSession(useShallow((state) => [...sagasAt(state.trace, state.playhead.seq).rows.values()].map(({ id, status }) => `${id} ${status}`)));
  if (sagas.length < 2 && followed === null) return null;
  return (
    <select aria-label={flow.follow} className={styles.select} value={followed ?? ''} onChange={(event) => session.follow(event.target.value || null)}>
      <option value="">{flow.followLast}</option>
      {sagas.map((entry) => {
        const [id, status] = entry.split(' ') as [string, keyof typeof flow.sagaStatus];
        return <option key={id} value={id}>{id} · {flow.sagaStatus[status]}</option>;
      })}
    </select>
  );
}
