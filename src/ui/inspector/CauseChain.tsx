/** Why: the chain of causes, newest first, back to the order or to the person who did something. Each link selects what it names. */
import { useState } from 'react';
import type { CauseLink } from '#views/causes.ts';
import { shownText } from '#views/shown-text.ts';
import { useNames, wordFor } from '../data/names.ts';
import { useLocale } from '../kit/locale.tsx';
import { FailureIcon } from '../palette/icons.tsx';
import { useFailureWords } from '../palette/words.ts';
import styles from './Inspector.module.css';
import { EventLink, MessageLink, RecordLink, Section } from './parts.tsx';

const SHORT = 14;

export function CauseChain({ chain, title }: { readonly chain: readonly CauseLink[]; readonly title: string }) {
  const { messages: { inspector: texts }, format } = useLocale();
  const [whole, setWhole] = useState(false);
  const shown = whole || chain.length <= SHORT ? chain : chain.slice(0, SHORT - 2);
  return (
    <Section title={title}>
      <ol className={styles.chain}>
        {shown.map((link, index) => <li key={`${link.type} ${link.seq}`} data-link={link.type} aria-current={index === 0 ? 'true' : undefined}><Cause link={link} /></li>)}
        {shown.length < chain.length && <li><button type="button" className={styles.link} onClick={() => setWhole(true)}>{texts.more(format.number(chain.length - shown.length))}</button></li>}
      </ol>
    </Section>
  );
}

function Cause({ link }: { readonly link: CauseLink }) {
  const { messages: { inspector: texts }, format } = useLocale();
  const names = useNames();
  const failures = useFailureWords();
  const time = (at: number) => <span className={styles.when}>{format.ms(at)}</span>;
  switch (link.type) {
    case 'event':
      return <><EventLink event={link.event} />{time(link.event.at)}</>;
    case 'message': {
      const { id, kind, type, step, phase, attempt, sentAt, from, to } = link.envelope;
      const what = step !== null && kind !== 'event' ? names.step(step, phase === 'compensation' ? 'compensation' : 'action') : wordFor(texts.messageTypes, type);
      return (
        <>
          <div>
            <MessageLink id={id}>{wordFor(texts.messageKinds, kind)}: {shownText(what, 60)}{attempt > 1 && ` ×${attempt}`}</MessageLink>
            <p className={styles.soft}>{kind === 'timer' ? names.participant(to) : `${names.participant(from)} → ${names.participant(to)}`}</p>
          </div>
          {time(sentAt)}
        </>
      );
    }
    case 'transition': {
      const { participant, note, at, faults } = link.record;
      return (
        <>
          <div>
            <RecordLink seq={link.seq}>{names.participant(participant)}: {wordFor(texts.notes, note)}</RecordLink>
            {faults.map(({ point, kind }) => <p key={point} className={styles.fault}><FailureIcon kind={kind} /> {failures.name(kind)}</p>)}
          </div>
          {time(at)}
        </>
      );
    }
    case 'crash':
      return <><RecordLink seq={link.seq}>{wordFor(texts.recordKinds, 'crashed')}: {names.process(link.process)}, {wordFor(texts.crashCauses, link.cause)}</RecordLink>{time(link.at)}</>;
    case 'intervention':
      return <><RecordLink seq={link.seq}>{texts.person} {wordFor(texts.actions, link.action.type)}</RecordLink>{time(link.at)}</>;
  }
}
