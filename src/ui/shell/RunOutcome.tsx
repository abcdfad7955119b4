/** How the run stands, in a word; with several sagas, how many of them stand how. */
import { Check, CircleDashed, Hand, Infinity as Endless, Pause, Play, Undo2, UserCheck } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { brokenAt } from '#views/invariants.ts';
import { outcomeAt, standings } from '#views/outcome.ts';
import type { Outcome } from '#views/outcome.ts';
import { sagasAt } from '#views/sagas.ts';
import type { Session } from '#session/state.ts';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import styles from './RunOutcome.module.css';

const ICONS = { ready: CircleDashed, starting: CircleDashed, running: Play, paused: Pause, compensating: Undo2, completed: Check, compensated: Undo2, resolved: UserCheck, stuck: Hand, livelock: Endless } satisfies { [shown in Outcome | 'starting' | 'paused']: unknown };

// Loaded when an invariant is broken.
const BrokenInvariants = lazy(async () => ({ default: (await import('./BrokenInvariants.tsx')).BrokenInvariants }));

/** What goes on stands still while it is paused, also in the past of a run that has ended; what plays runs, though no saga may have started. */
function shownOutcome({ phase, length, playhead: { seq } }: Session, outcome: Outcome, ended: boolean): keyof typeof ICONS {
  if (phase === 'starting') return 'starting';
  if (ended || outcome === 'stuck' || outcome === 'compensating') return outcome;
  if (phase === 'running') return 'running';
  return outcome === 'ready' && (phase === 'ready' || seq >= length) ? 'ready' : 'paused';
}

export function RunOutcome() {
  const { app } = useMessages();
  const format = useFormat();
  const [shown, ended, still] = useSession(useShallow((state) => {
    const { outcome, ended: over } = outcomeAt(state.trace, state.playhead.seq);
    return [shownOutcome(state, outcome, over), over, outcome === 'compensating' && state.phase !== 'running'] as const;
  }));
  // One text for one state: the list is put into words here, so that equal lists draw once.
  const counted = useSession(({ trace, playhead: { seq } }) => {
    const { size } = sagasAt(trace, seq).rows;
    if (size < 2) return '';
    const all = standings(trace, seq);
    const [only] = all;
    if (all.length === 1 && only) return app.outcomeOf({ outcome: app.outcomes[only.status], count: format.number(only.count), all: format.number(size) });
    return all.map(({ status, count }) => app.standing({ count: format.number(count), status: count === 1 ? app.outcomes[status] : app.outcomesOfMany[status] })).join(' · ');
  });
  const broken = useSession(({ trace, playhead: { seq } }) => brokenAt(trace, seq));
  const Icon = ICONS[shown];
  const word = still ? `${app.outcomes[shown]}, ${app.outcomes.paused}` : app.outcomes[shown];
  const text = counted === '' || shown === 'starting' || shown === 'livelock' ? word : shown === 'paused' ? `${word} · ${counted}` : counted;
  return (
    <div role="status" aria-label={app.outcome} className={styles.status} data-outcome={shown} data-ended={ended} data-broken={broken !== null || undefined}>
      <span className={styles.outcome} data-hint={`${app.outcome}: ${text}`}>
        <Icon aria-hidden />
        <span className={styles.word}>{text}</span>
      </span>
      {broken && <Suspense><BrokenInvariants broken={broken} /></Suspense>}
    </div>
  );
}
