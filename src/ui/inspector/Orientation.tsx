import { lazy, Suspense } from 'react';
import { brokenAt } from '#views/invariants.ts';
import { useSession } from '../session-context.tsx';
import { useMessages } from '../kit/locale.tsx';
import styles from './Inspector.module.css';
import { SagaLog } from './SagaLog.tsx';
import { useFollowedSaga } from './use-run.ts';

const Invariants = lazy(async () => ({ default: (await import('./Invariants.tsx')).Invariants }));

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
      {broken && <Suspense><Invariants results={broken.invariants} /></Suspense>}
      {saga ? <SagaLog saga={saga} /> : hasStarted && <p className={styles.soft}>{texts.log.empty}</p>}
    </>
  );
}
