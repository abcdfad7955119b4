/** One hint at a time for a first visit; gone for good once dismissed. */
import { Lightbulb, X } from 'lucide-react';
import { useState } from 'react';
import { struckAt } from '#views/flow.ts';
import { outcomeAt } from '#views/outcome.ts';
import { IconButton } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { remember, remembered } from '../kit/preferences.ts';
import { useSession } from '../session-context.tsx';
import styles from './Hint.module.css';

type Stage = 'drag' | 'log' | 'stuck' | 'done';
const NEXT: { readonly [stage in Stage]: Stage } = { drag: 'log', log: 'stuck', stuck: 'done', done: 'done' };
const isStage = (text: string | null): text is Stage => text !== null && text in NEXT;

export function Hint() {
  const { hints } = useMessages();
  const [stage, setStage] = useState<Stage>(() => { const kept = remembered('hint'); return isStage(kept) ? kept : 'drag'; });
  const placed = useSession((state) => state.failurePoints.length > 0);
  const order = useSession((state) => state.scenario.id === 'order');
  const compensated = useSession((state) => outcomeAt(state.trace, state.playhead.seq).outcome === 'compensated');
  // The run is over, and what was placed came too late for it.
  const waiting = useSession(({ phase, failurePoints, trace, playhead }) => phase === 'ended' && failurePoints.every(({ id }) => struckAt(trace, playhead.seq, id) === 0));
  const go = (next: Stage): void => { remember('hint', next); setStage(next); };
  if (!order || stage === 'done') return null;
  // The first hint has done its work once something was placed; the next one waits for the first compensation.
  const after = compensated ? hints.log : waiting ? hints.again : null;
  const text = stage === 'drag' ? (placed ? after : hints.drag) : stage === 'log' ? hints.log : hints.stuck;
  if (text === null) return null;
  return (
    <aside className={styles.hint}>
      <Lightbulb aria-hidden />
      <p>{text}</p>
      <IconButton label={hints.dismiss} icon={<X />} onClick={() => go(stage === 'drag' && text === hints.log ? 'stuck' : NEXT[stage])} />
    </aside>
  );
}
