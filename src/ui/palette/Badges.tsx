/** The failure points of one step, phase or process; where there are more than there is room for, one button that lists them. */
import { ListCollapse } from 'lucide-react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { struckAt } from '#views/flow.ts';
import type { FailurePoint, FailureTarget } from '#trace/records.ts';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import { Badge } from './Badge.tsx';
import styles from './Badges.module.css';
import { sameTarget } from './placement.ts';
import { useFailureWords } from './words.ts';

const BadgeList = lazy(async () => ({ default: (await import('./BadgeList.tsx')).BadgeList }));

function Several({ points }: { points: readonly FailurePoint[] }) {
  const words = useFailureWords();
  const { failures } = useMessages();
  const format = useFormat();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const struck = useSession((state) => points.some(({ id }) => struckAt(state.trace, state.playhead.seq, id) > 0));
  const count = format.number(points.length);
  return (
    <>
      <button
        ref={button} type="button" className={`${styles.badge} nopan`} data-failures={points.length} data-struck={struck} aria-expanded={open}
        aria-label={failures.several({ count, target: words.target(points[0]!.target) })} data-hint={points.map(({ kind }) => words.name(kind)).join('\n')}
        onClick={(event) => { event.stopPropagation(); setOpen(!open); }}
      >
        <ListCollapse aria-hidden />
        {count}
      </button>
      {open && <Suspense><BadgeList points={points} anchor={button} onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}

export function Badges({ target, most }: { target: FailureTarget; most: number }) {
  const points = useSession(useShallow((state) => state.failurePoints.filter((point) => sameTarget(point.target, target))));
  if (points.length === 0) return null;
  return <span className={styles.badges}>{points.length > most ? <Several points={points} /> : points.map((point) => <Badge key={point.id} point={point} />)}</span>;
}
