import { useMemo } from 'react';
import type { TraceRecord, TransitionRecord } from '#trace/records.ts';
import { databaseOf } from '#views/databases-journal.ts';
import { causesOfRecord } from '#views/causes.ts';
import { shownText } from '#views/shown-text.ts';
import { useNames, wordFor } from '../data/names.ts';
import { useLocale } from '../kit/locale.tsx';
import { useFailureWords } from '../palette/words.ts';
import { CauseChain } from './CauseChain.tsx';
import { Invariants } from './Invariants.tsx';
import styles from './Inspector.module.css';
import { EventLink, Fact, Facts, Heading, Link, MessageLink, Section } from './parts.tsx';
import { useRun } from './use-run.ts';

export function RecordDetails({ seq: place }: { readonly seq: number }) {
  const { messages: { inspector: texts }, format } = useLocale();
  const names = useNames();
  const { trace, seq } = useRun();
  const record = place < seq ? trace[place] : undefined;
  const chain = useMemo(() => (record ? causesOfRecord(trace, place).slice(1) : []), [trace, place, record]);
  if (!record) return <p className={styles.soft}>{texts.notYet}</p>;
  const participant = record.kind === 'transition' ? record.participant : 'process' in record ? record.process : null;
  return (
    <>
      <Heading kind={`${wordFor(texts.recordKinds, record.kind)} · ${texts.ids.record(String(place))}`} {...(participant === null ? {} : { colour: names.colour(participant) })}>
        {participant === null ? wordFor(texts.recordKinds, record.kind) : names.participant(participant)}
      </Heading>
      <Facts><Fact name={texts.record.at}>{format.ms(record.at)}</Fact><Particulars record={record} /></Facts>
      {record.kind === 'run-ended' && <Invariants results={record.invariants} />}
      {record.kind === 'transition' && <Transaction record={record} />}
      {chain.length > 0 && <CauseChain chain={chain} title={texts.record.why} />}
    </>
  );
}

function Particulars({ record }: { readonly record: TraceRecord }) {
  const { messages: { inspector: texts, app }, format } = useLocale();
  const failures = useFailureWords();
  switch (record.kind) {
    case 'transition':
      return (
        <>
          {record.message > 0 && <Fact name={texts.record.handled}><MessageLink id={record.message} /></Fact>}
          <Fact name={texts.record.came}>{wordFor(texts.notes, record.note)}</Fact>
          {record.crash !== null && <Fact name={texts.record.crash}>{wordFor(texts.moments, record.crash)}</Fact>}
          {record.faults.length > 0 && <Fact name={texts.record.failures}>{record.faults.map(({ point, kind }) => <Link key={point} to={{ type: 'failure-point', id: point }}>{failures.name(kind)}</Link>)}</Fact>}
        </>
      );
    case 'crashed': return <><Fact name={texts.record.crash}>{wordFor(texts.crashCauses, record.cause)}</Fact><Fact name={texts.record.restart}>{format.ms(record.restartAt)}</Fact></>;
    case 'undeliverable': return <Fact name={texts.record.handled}><MessageLink id={record.message} /></Fact>;
    case 'intervention': return <Fact name={texts.person}>{wordFor(texts.actions, record.action.type)}</Fact>;
    case 'run-ended':
      return (
        <>
          <Fact name={texts.record.outcome}>{wordFor(app.outcomes, record.outcome)}</Fact>
          <Fact name={texts.record.delivered}>{format.number(record.delivered)}</Fact>
        </>
      );
    default: return null;
  }
}

/** What one local transaction made durable, all or nothing, and the messages that it released. */
function Transaction({ record: { commit, sends, participant, cancels } }: { readonly record: TransitionRecord }) {
  const { messages: { inspector: texts }, format } = useLocale();
  const names = useNames();
  const process = databaseOf(participant);
  return (
    <>
      <Section title={texts.record.commit}>
        {commit === null ? <p className={styles.soft}>{texts.record.noCommit}</p> : (
          <ul className={styles.steps}>
            {commit.events.map((event) => <li key={event.position}><EventLink event={event} /></li>)}
            {commit.writes.map(({ table, key, row }) => (
              <li key={`${table} ${key}`}>
                <span className={styles.soft}>{wordFor(texts.tables, table)} </span>
                {process === null ? shownText(key, 80) : <Link to={{ type: 'row', process, table, key }}>{shownText(key, 80)}</Link>}
                {row === null && <span className={styles.soft}> {texts.record.deletedRow}</span>}
              </li>
            ))}
          </ul>
        )}
      </Section>
      {sends.length > 0 && (
        <Section title={texts.record.sent}>
          <ul className={styles.steps}>
            {sends.slice(0, 40).map(({ id, kind, to, type, lost }) => (
              <li key={id}><MessageLink id={id}>{wordFor(texts.messageKinds, kind)}: {wordFor(texts.messageTypes, type)}</MessageLink> <span className={styles.soft}>→ {names.participant(to)}{lost !== null && ` · ${texts.message.lost(wordFor(texts.losses, lost))}`}</span></li>
            ))}
            {sends.length > 40 && <li className={styles.soft}>{texts.more(format.number(sends.length - 40))}</li>}
          </ul>
        </Section>
      )}
      {cancels.length > 0 && <Section title={texts.record.cancelled}><p>{cancels.map((id) => <MessageLink key={id} id={id} />)}</p></Section>}
    </>
  );
}
