/** The latest thing that happened, in one sentence: for the eye under the graph, for the ear in a live region. */
import { useEffect, useRef, useState } from 'react';
import { useShallow } from 'zustand/react/shallow';
import { narrationAt } from '#views/narration.ts';
import { textAt } from '#messages/index.ts';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useFailureWords } from '../palette/words.ts';
import { useSession } from '../session-context.tsx';
import styles from './Narrator.module.css';

/** A screen reader gets at most one sentence in this many milliseconds. */
const PACE = 1200;

/** `hidden`: something else stands in its place; it is still heard. */
export function Narrator({ hidden }: { hidden: boolean }) {
  const messages = useMessages();
  const { narration, app } = messages;
  const words = useFailureWords();
  const format = useFormat();
  const told = useSession(useShallow((state) => {
    const found = narrationAt(state.trace, state.playhead.seq);
    return found ? { ...found.params, key: found.key, at: state.trace[found.seq]!.at } : null;
  }));
  let sentence = narration.ready;
  if (told) {
    const params: { readonly [name: string]: string | number | undefined } = told;
    const { process, step, phase, kind, outcome } = params as { readonly [name: string]: string | undefined };
    const stepName = words.target({ step: step ?? '', phase: phase === 'compensation' ? 'compensation' : 'action' });
    const outcomes: { readonly [outcome: string]: string } = app.outcomes;
    sentence = textAt(messages, `narration.${told.key}`, {
      saga: String(params['saga'] ?? ''), event: String(params['event'] ?? ''),
      process: words.process(process ?? ''), step: stepName,
      kind: words.name(kind ?? ''), target: step === undefined ? words.process(process ?? '') : stepName,
      outcome: outcomes[outcome ?? ''] ?? '',
    });
  }
  return (
    <div className={hidden ? 'visually-hidden' : styles.bar}>
      <p className={styles.sentence}>{told && <span className={styles.time}>{format.ms(told.at)}</span>}{sentence}</p>
      <Spoken text={sentence} />
    </div>
  );
}

function Spoken({ text }: { text: string }) {
  const latest = useRef(text);
  const [spoken, speak] = useState('');
  useEffect(() => { latest.current = text; }, [text]);
  useEffect(() => {
    const timer = setInterval(() => speak(latest.current), PACE);
    return () => clearInterval(timer);
  }, []);
  return <div aria-live="polite" aria-atomic className="visually-hidden">{spoken}</div>;
}
