import { useMemo } from 'react';
import { causesOfEvent } from '#views/causes.ts';
import { eventAt, streamHistory } from '#views/event-log.ts';
import { changesBy } from '#views/projections.ts';
import { shownText, shownValue } from '#views/shown-text.ts';
import { useCellWords } from '../data/cell-words.ts';
import { useNames } from '../data/names.ts';
import { useLocale } from '../kit/locale.tsx';
import { CauseChain } from './CauseChain.tsx';
import { ChangeList } from './ChangeList.tsx';
import styles from './Inspector.module.css';
import { EventLink, Fact, Facts, Heading, JsonBlock, Link, MessageLink, RecordLink, Section } from './parts.tsx';
import { useRun } from './use-run.ts';

export function EventDetails({ position }: { readonly position: number }) {
  const { messages: { inspector: texts, log }, format } = useLocale();
  const names = useNames();
  const cellWords = useCellWords();
  const { trace, seq } = useRun();
  const found = eventAt(trace, position);
  const chain = useMemo(() => (found ? causesOfEvent(trace, position) : []), [trace, position, found]);
  if (!found || found.place >= seq) return <p className={styles.soft}>{texts.notYet}</p>;
  const { event, place } = found;
  const changes = changesBy(trace, position, seq);
  const history = streamHistory(trace, event.stream, seq);
  return (
    <>
      <Heading kind={texts.ids.event(format.number(position))} colour={names.colour(event.service)}>{shownText(event.type, 80)}</Heading>
      <CauseChain chain={chain} title={texts.event.why} />
      <Section title={texts.event.data}><JsonBlock value={event.data} label={texts.event.data} /></Section>
      <Section title={texts.event.changed}>
        {changes.length === 0 ? <p className={styles.soft}>{texts.event.changedNothing}</p> : (
          <ul className={styles.steps}>
            {changes.map((change) => (
              <li key={`${change.projection} ${change.key}`}>
                <Link to={{ type: 'row', process: 'projector', table: change.projection, key: change.key }}>{names.projection(change.projection)}: {shownText(change.key, 40)}</Link>
                <ChangeList changes={change.cells} words={cellWords(change.projection)} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={texts.event.history} aside={shownText(event.stream, 60)}>
        <ol className={styles.steps}>
          {history.slice(-30).map((one) => (
            <li key={one.position} aria-current={one.position === position ? 'true' : undefined}>
              <span className={styles.number}>v{one.version}</span> <EventLink event={one} /> <span className={styles.soft}>{format.ms(one.at)}</span>
            </li>
          ))}
        </ol>
      </Section>
      <Facts>
        <Fact name={texts.event.at}>{format.ms(event.at)}</Fact>
        <Fact name={texts.event.by}>{names.participant(event.service)}</Fact>
        <Fact name={texts.event.stream} hint={log.streamHint}>{shownText(event.stream, 80)} v{event.version}</Fact>
        <Fact name={texts.event.correlation} hint={log.correlationHint}>{event.correlation === null ? '–' : shownValue(event.correlation)}</Fact>
        <Fact name={texts.event.causation} hint={log.causationHint}><MessageLink id={event.causation} /></Fact>
        <Fact name={texts.event.transaction}><RecordLink seq={place}>{texts.ids.record(String(place))}</RecordLink></Fact>
        <Fact name={texts.event.id}><code>{shownText(event.id, 120)}</code></Fact>
      </Facts>
    </>
  );
}
