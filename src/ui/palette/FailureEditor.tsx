/** The editor of one failure point: which occurrence first, then the moment and the numbers, probability last. */
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { failureKind } from '#session/failure-kinds.ts';
import type { FailureParameter } from '#session/failure-kinds.ts';
import type { FailurePoint, Occurrence } from '#trace/records.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './FailureEditor.module.css';
import { momentsOf } from './placement.ts';
import { usePlacing } from './placing.ts';
import { useFailureWords } from './words.ts';

const MODES = ['first', 'nth', 'first-n', 'every'] as const;

const occurrenceOf = (mode: Occurrence['mode'], n: number): Occurrence => (mode === 'nth' || mode === 'first-n' ? { mode, n } : { mode });
const dismiss = (): void => usePlacing.setState({ editing: null });
const whole = (text: string, min: number, max: number): number => Math.max(min, Math.min(max, Math.round(Number(text)) || min));

function Occurrences({ point, change }: { point: FailurePoint; change: (point: FailurePoint) => void }) {
  const { failures } = useMessages();
  const { occurrence } = point;
  const n = 'n' in occurrence ? occurrence.n : 2;
  return (
    <fieldset className={styles.choices}>
      <legend>{failures.occurrence}</legend>
      {MODES.map((mode) => (
        <label key={mode} className={styles.choice}>
          <input type="radio" name="occurrence" checked={occurrence.mode === mode} onChange={() => change({ ...point, occurrence: occurrenceOf(mode, n) })} />
          {failures.occurrences[mode]}
        </label>
      ))}
      {'n' in occurrence && (
        <label className={styles.number}>
          {failures.n} =
          <input type="number" min={1} max={100} value={n} onChange={(event) => change({ ...point, occurrence: occurrenceOf(occurrence.mode, whole(event.target.value, 1, 100)) })} />
        </label>
      )}
    </fieldset>
  );
}

function Parameter({ parameter: { id, unit, initial, min, max }, point, change }: { parameter: FailureParameter; point: FailurePoint; change: (point: FailurePoint) => void }) {
  const { failures } = useMessages();
  const value = point.params[id] ?? initial;
  const set = (text: string): void => change({ ...point, params: { ...point.params, [id]: whole(text, min, max) } });
  if (unit === 'choice') {
    return <select value={value} onChange={(event) => set(event.target.value)}>{failures.directions.map((text, index) => <option key={text} value={index}>{text}</option>)}</select>;
  }
  return (
    <>
      <input type="number" min={min} max={max} value={value} onChange={(event) => set(event.target.value)} />
      <span>{failures.units[unit]}</span>
    </>
  );
}

/** Edits a draft, so that one visit is one change of the run, whatever is tried meanwhile. Only Done keeps it: Escape, the backdrop and the cross discard. */
function Editor({ point: saved }: { point: FailurePoint }) {
  const [point, change] = useState(saved);
  const { failures } = useMessages();
  const format = useFormat();
  const words = useFailureWords();
  const session = useActions();
  const kind = failureKind(point.kind);
  const moments = momentsOf(point.kind);
  const momentNames: { readonly [kind: string]: string } = failures.moments;
  const paramNames: { readonly [param: string]: string } = failures.params;
  const save = (): void => {
    if (point !== saved) session.changeFailurePoint(point);
    dismiss();
  };
  const footer = (
    <>
      <Button tone="danger" icon={<Trash2 aria-hidden />} onClick={() => { session.removeFailurePoint(point.id); dismiss(); }}>{failures.remove}</Button>
      <Button tone="primary" onClick={save}>{failures.save}</Button>
    </>
  );
  return (
    <Dialog title={words.badge(point)} onClose={dismiss} footer={footer}>
      <p className={styles.what}>{words.what(point.kind)}</p>
      <Occurrences point={point} change={change} />
      {moments.length > 0 && (
        <fieldset className={styles.choices}>
          <legend>{failures.moment}</legend>
          {moments.map((moment) => (
            <label key={moment} className={styles.choice}>
              <input type="radio" name="moment" checked={point.kind === moment} onChange={() => change({ ...point, kind: moment })} />
              {momentNames[moment] ?? moment}
            </label>
          ))}
        </fieldset>
      )}
      {kind?.params.map((parameter) => (
        <label key={parameter.id} className={styles.number}>
          <span>{paramNames[parameter.id] ?? parameter.id}</span>
          <Parameter parameter={parameter} point={point} change={change} />
        </label>
      ))}
      <label className={styles.number}>
        <span>{failures.sometimes}</span>
        <input
          type="range" min={0} max={1} step={0.05} value={point.probability ?? 1}
          onChange={(event) => {
            const { probability: _, ...always } = point;
            const next = Number(event.target.value);
            change(next === 1 ? always : { ...always, probability: next });
          }}
        />
        <output>{format.percent(point.probability ?? 1)}</output>
      </label>
    </Dialog>
  );
}

export function FailureEditor() {
  const id = usePlacing((state) => state.editing);
  const point = useSession((session) => session.failurePoints.find((candidate) => candidate.id === id));
  return point ? <Editor key={point.id} point={point} /> : null;
}
