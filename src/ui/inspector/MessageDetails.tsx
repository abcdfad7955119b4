import { useMemo } from 'react';
import type { Fate } from '#views/causes-messages.ts';
import { fateOf, messageAt } from '#views/causes-messages.ts';
import { causesOfMessage } from '#views/causes.ts';
import { shownText } from '#views/shown-text.ts';
import { useNames, wordFor } from '../data/names.ts';
import { useLocale } from '../kit/locale.tsx';
import { CauseChain } from './CauseChain.tsx';
import styles from './Inspector.module.css';
import { Fact, Facts, Heading, JsonBlock, Link, MessageLink, RecordLink, Section } from './parts.tsx';
import { useRun } from './use-run.ts';

/** What became of a message, in words. */
export function FateText({ fate }: { readonly fate: Fate }) {
  const { messages: { inspector: texts }, format } = useLocale();
  const names = useNames();
  switch (fate.type) {
    case 'travelling': return texts.message.travelling;
    case 'lost': return texts.message.lost(wordFor(texts.losses, fate.reason));
    case 'undeliverable': return texts.message.undeliverable(names.process(fate.process), format.ms(fate.at));
    case 'handled': return <RecordLink seq={fate.seq}>{texts.message.handled(names.participant(fate.by), format.ms(fate.at), wordFor(texts.notes, fate.note))}</RecordLink>;
  }
}

export function MessageDetails({ id }: { readonly id: number }) {
  const { messages: { inspector: texts, log }, format } = useLocale();
  const names = useNames();
  const { trace, seq } = useRun();
  const message = messageAt(trace, id, seq);
  const chain = useMemo(() => (message ? causesOfMessage(trace, id) : []), [trace, id, message]);
  if (!message) return <p className={styles.soft}>{texts.notYet}</p>;
  const { envelope } = message;
  const phase = envelope.phase === 'compensation' ? 'compensation' : 'action';
  return (
    <>
      <Heading kind={`${wordFor(texts.messageKinds, envelope.kind)} · ${texts.ids.message(String(id))}`} colour={names.colour(envelope.kind === 'reply' ? envelope.from : envelope.to)}>
        {envelope.step !== null && envelope.kind !== 'event' ? names.step(envelope.step, phase) : wordFor(texts.messageTypes, envelope.type)}
      </Heading>
      <Facts>
        <Fact name={texts.message.fate}><FateText fate={fateOf(trace, message, seq)} />{envelope.copy && ` (${texts.message.copy})`}</Fact>
        <Fact name={texts.message.from}>{names.participant(envelope.from)}</Fact>
        <Fact name={texts.message.to}>{names.participant(envelope.to)}</Fact>
        <Fact name={texts.message.sent}>{format.ms(envelope.sentAt)}</Fact>
        <Fact name={texts.message.arrives}>{format.ms(envelope.arrivesAt)}</Fact>
        {envelope.attempt > 0 && <Fact name={texts.message.attempt}>{format.number(envelope.attempt)}</Fact>}
        {envelope.key !== null && <Fact name={texts.message.key}><code>{shownText(envelope.key, 120)}</code></Fact>}
        {envelope.saga !== null && <Fact name={texts.message.saga} hint={log.correlationHint}>{shownText(envelope.saga, 60)}</Fact>}
        {envelope.step !== null && <Fact name={texts.message.step}><Link to={{ type: 'step', step: envelope.step, phase }}>{names.step(envelope.step, phase)}</Link></Fact>}
        {envelope.causation > 0 && <Fact name={texts.message.causation} hint={log.causationHint}><MessageLink id={envelope.causation} /></Fact>}
      </Facts>
      <CauseChain chain={chain} title={texts.message.why} />
      {envelope.data !== null && <Section title={texts.message.data}><JsonBlock value={envelope.data} label={texts.message.data} /></Section>}
    </>
  );
}
