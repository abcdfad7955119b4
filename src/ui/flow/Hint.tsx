/** One hint at a time for a first visit; gone for good once dismissed. */
import { Lightbulb, X } from 'lucide-react';
import { useState } from 'react';
import { struckAt } from '#views/flow.ts';
import { outcomeAt } from '#views/outcome.ts';
import { IconButton } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { remember, remembered } from '../kit/preferences.ts';
import { TOUCH, useMedia } from '../kit/use-media.ts';
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
  const struck = useSession(({ failurePoints, trace, playhead }) => failurePoints.some(({ id }) => struckAt(trace, playhead.seq, id) > 0));
  const over = useSession(({ trace, length, playhead: { seq } }) => seq >= length && outcomeAt(trace, seq).ended);
  const touch = useMedia(TOUCH);
  const go = (next: Stage): void => { remember('hint', next); setStage(next); };
  if (!order || stage === 'done') return null;
  // Each waits for what it speaks of: something placed, the first compensation, a failure that was survived.
  const text = stage === 'drag' && !placed ? (touch ? hints.dragTouch : hints.drag)
    : stage === 'stuck' ? (struck && over ? hints.stuck : null)
    : compensated ? hints.log
    : stage === 'drag' && over && !struck ? hints.again : null;
  if (text === null) return null;
  return (
    <aside className={styles.hint}>
      <Lightbulb aria-hidden />
      <p>{text}</p>
      <IconButton label={hints.dismiss} icon={<X />} onClick={() => go(text === hints.log ? 'stuck' : NEXT[stage])} />
    </aside>
  );
}
