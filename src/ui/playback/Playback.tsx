/** The transport: run, step, restart, undo; the timeline with its marks; the speed. */
import { Pause, Play, Redo2, SkipBack, StepForward, Undo2 } from 'lucide-react';
import { Button, IconButton } from '../kit/Button.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { remember } from '../kit/preferences.ts';
import { useActions, useSession, useSessionStore } from '../session-context.tsx';
import styles from './Playback.module.css';
import { toggle } from './run.ts';
import { notchOf, SPEEDS } from './speeds.ts';
import { BranchButton } from '../branches/BranchButton.tsx';
import { Timeline } from './Timeline.tsx';

function Speed() {
  const { playback } = useMessages();
  const format = useFormat();
  const session = useActions();
  const speed = useSession((state) => state.speed);
  const words = `${format.number(speed)}×`;
  return (
    <div className={styles.speed}>
      <input
        type="range" aria-label={playback.speed} aria-valuetext={words} min={0} max={SPEEDS.length - 1} step={1} value={notchOf(speed)} data-hint={playback.speed}
        onChange={(event) => {
          const chosen = SPEEDS[Number(event.target.value)] ?? 1;
          session.setSpeed(chosen);
          remember('speed', String(chosen));
        }}
      />
      <span className={styles.rate}>{words}</span>
    </div>
  );
}

export function Playback() {
  const { playback } = useMessages();
  const session = useActions();
  const store = useSessionStore();
  const playing = useSession((state) => state.playing);
  const starting = useSession((state) => state.phase === 'starting');
  const canUndo = useSession((state) => state.canUndo);
  const canRedo = useSession((state) => state.canRedo);
  return (
    <div role="toolbar" aria-label={playback.title} className={styles.bar}>
      <IconButton label={playback.restart} hint={playback.restartHint} icon={<SkipBack />} disabled={starting} onClick={() => void session.restart()} />
      <Button
        tone="primary" className={styles.run} hint={playback.runHint} icon={playing ? <Pause aria-hidden /> : <Play aria-hidden />}
        onClick={() => toggle(store)}
      >
        {playing ? playback.pause : playback.run}
      </Button>
      <IconButton label={playback.step} hint={playback.stepHint} icon={<StepForward />} disabled={starting} onClick={() => void session.step()} />
      <div className={styles.timeline}><Timeline /></div>
      <Speed />
      <IconButton label={playback.undo} hint={playback.undoHint} icon={<Undo2 />} disabled={!canUndo} onClick={() => session.undo()} />
      <IconButton label={playback.redo} hint={playback.redoHint} icon={<Redo2 />} disabled={!canRedo} onClick={() => session.redo()} />
      <BranchButton />
    </div>
  );
}
