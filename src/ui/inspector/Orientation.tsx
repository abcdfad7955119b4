import { brokenAt } from '#views/invariants.ts';
import { useSession } from '../session-context.tsx';
import { useMessages } from '../kit/locale.tsx';
import styles from './Inspector.module.css';
import { Invariants } from './Invariants.tsx';
import { SagaLog } from './SagaLog.tsx';
import { useFollowedSaga } from './use-run.ts';

export function Orientation() {
  const { inspector: texts } = useMessages();
  const saga = useFollowedSaga();
  const broken = useSession(({ trace, playhead }) => brokenAt(trace, playhead.seq));
  const hasStarted = useSession((session) => session.playhead.seq > 0);
  return (
    <>
      <div className={styles.orientation}>
        <h3 className={styles.orientationTitle}>{texts.nothing}</h3>
        <p className={styles.soft}>{texts.orientation}</p>
      </div>
      {broken && <Invariants results={broken.invariants} />}
      {saga ? <SagaLog saga={saga} /> : hasStarted && <p className={styles.soft}>{texts.log.empty}</p>}
    </>
  );
}
