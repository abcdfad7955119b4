/** The recorded time as a slider, with marks where failures struck and where things were committed or compensated. */
import { useMemo } from 'react';
import { groupMarks, marksAt } from '#views/marks.ts';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import { timelineEnd } from './speeds.ts';
import styles from './Timeline.module.css';

/** No more marks than this many along the line: each is some pixels wide. */
const SLOTS = 64;

export function Timeline() {
  const { playback } = useMessages();
  const format = useFormat();
  const session = useActions();
  const at = useSession((state) => Math.round(state.playhead.at));
  const head = useSession((state) => Math.max(state.trace[state.length - 1]?.at ?? 0, Math.round(state.playhead.at)));
  const ended = useSession((state) => state.trace[state.length - 1]?.kind === 'run-ended');
  const past = useSession((state) => state.playhead.seq < state.length);
  const end = timelineEnd(head, ended);
  return (
    <div className={styles.timeline}>
      <div className={styles.line}>
        <Marks end={end} />
        <DifferenceMark end={end} />
        <input
          type="range" className={styles.slider} aria-label={playback.timeline} aria-valuetext={playback.position({ time: format.ms(at), end: format.ms(head) })}
          min={0} max={end} step={1} value={Math.min(at, end)} onChange={(event) => session.seek(Math.min(Number(event.target.value), head))}
        />
      </div>
      <span className={styles.time} data-past={past || undefined} data-hint={past ? playback.past : undefined}>{playback.time({ time: format.ms(at) })}</span>
    </div>
  );
}

/** Where the run was found to part from a branch. */
function DifferenceMark({ end }: { end: number }) {
  const { playback } = useMessages();
  const at = useSession(({ compared, run, viewed }) => (compared && compared.run === run && viewed === null ? compared.at : null));
  if (at === null) return null;
  return <div className={styles.marks}><span role="img" aria-label={playback.difference} className={styles.mark} data-type="difference" style={{ insetInlineStart: `${(at / end) * 100}%` }} data-hint={playback.difference} /></div>;
}

function Marks({ end }: { end: number }) {
  const { playback } = useMessages();
  const format = useFormat();
  const trace = useSession((state) => state.trace);
  const count = useSession((state) => marksAt(state.trace, state.length).length);
  // The list grows in place: its length stands for it.
  const groups = useMemo(() => groupMarks(marksAt(trace, trace.length).slice(0, count), end, SLOTS), [trace, count, end]);
  return (
    <div className={styles.marks} aria-hidden>
      {groups.map(({ type, at, seq, what, count, rest }) => {
        const named = `${playback.marks[type]}: ${what.join(', ')}`;
        const more = count - what.length + rest;
        return <span key={`${type}/${seq}`} className={styles.mark} data-type={type} style={{ insetInlineStart: `${(at / end) * 100}%` }} data-hint={more > 0 ? `${named} · ${playback.moreMarks({ n: format.number(more) })}` : named} />;
      })}
    </div>
  );
}
