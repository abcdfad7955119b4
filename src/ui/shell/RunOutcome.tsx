import { Check, CircleDashed, Hand, Infinity as Endless, Play, Undo2, UserCheck } from 'lucide-react';
import { useShallow } from 'zustand/react/shallow';
import { outcomeAt } from '#views/outcome.ts';
import type { Outcome } from '#views/outcome.ts';
import { useMessages } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import styles from './RunOutcome.module.css';

const ICONS = { ready: CircleDashed, running: Play, compensating: Undo2, completed: Check, compensated: Undo2, resolved: UserCheck, stuck: Hand, livelock: Endless } satisfies { [outcome in Outcome]: unknown };

export function RunOutcome() {
  const { app } = useMessages();
  const starting = useSession((state) => state.phase === 'starting');
  const [outcome, ended] = useSession(useShallow((state) => { const found = outcomeAt(state.trace, state.playhead.seq); return [found.outcome, found.ended] as const; }));
  const Icon = ICONS[outcome];
  return (
    <div role="status" aria-label={app.outcome} className={styles.outcome} data-outcome={outcome} data-ended={ended} data-hint={app.outcome}>
      <Icon aria-hidden />
      {starting ? app.outcomes.starting : app.outcomes[outcome]}
    </div>
  );
}
