import { Check, CircleDashed, Hand, Infinity as Endless, Play, Undo2, UserCheck } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { outcomeAt } from '#views/outcome.ts';
import type { Outcome } from '#views/outcome.ts';
import { sagasAt } from '#views/sagas.ts';
import type { SagaStatus } from '#trace/records.ts';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import styles from './RunOutcome.module.css';

const ICONS = { ready: CircleDashed, running: Play, compensating: Undo2, completed: Check, compensated: Undo2, resolved: UserCheck, stuck: Hand, livelock: Endless } satisfies { [outcome in Outcome]: unknown };

export function RunOutcome() {
  const { app } = useMessages();
  const starting = useSession((state) => state.phase === 'starting');
  const format = useFormat();
  const [outcome, ended, count, all] = useSession(useShallow(({ trace, playhead: { seq } }) => {
    const found = outcomeAt(trace, seq);
    const { counts, rows } = sagasAt(trace, seq);
    return [found.outcome, found.ended, found.outcome in counts ? counts[found.outcome as SagaStatus] : 0, rows.size] as const;
  }));
  const word = starting ? app.outcomes.starting : app.outcomes[outcome];
  const Icon = ICONS[outcome];
  return (
    <div role="status" aria-label={app.outcome} className={styles.outcome} data-outcome={outcome} data-ended={ended} data-hint={`${app.outcome}: ${word}`}>
      <Icon aria-hidden />
      <span className={styles.word}>{all > 1 && count > 0 ? app.outcomeOf({ outcome: word, count: format.number(count), all: format.number(all) }) : word}</span>
    </div>
  );
}
