import { settingOf, strikesOf } from '#views/causes-faults.ts';
import { useNames, wordFor } from '../data/names.ts';
import { useLocale } from '../kit/locale.tsx';
import { FailureIcon } from '../palette/icons.tsx';
import { useFailureWords } from '../palette/words.ts';
import { useSession } from '../session-context.tsx';
import styles from './Inspector.module.css';
import { Fact, Facts, Heading, Link, RecordLink, Section } from './parts.tsx';
import { useRun } from './use-run.ts';

const MOST = 30;

export function FailurePointDetails({ id }: { readonly id: string }) {
  const { messages: { inspector: texts, failures: words }, format } = useLocale();
  const failures = useFailureWords();
  const point = useSession((session) => session.failurePoints.find((one) => one.id === id));
  const { trace, seq } = useRun();
  const strikes = strikesOf(trace, id, seq);
  const since = settingOf(trace, id, seq);
  const now = since === null ? strikes : strikes.filter((place) => place > since);
  if (!point) return <><Heading kind={texts.ids.failurePoint}>{texts.failurePoint.gone}</Heading><Strikes places={strikes} /></>;
  return (
    <>
      <Heading kind={texts.ids.failurePoint}><FailureIcon kind={point.kind} /> {failures.name(point.kind)}</Heading>
      <p className={styles.prose}>{failures.what(point.kind)}</p>
      <Facts>
        <Fact name={texts.failurePoint.target}>
          {'step' in point.target ? <Link to={{ type: 'step', step: point.target.step, phase: point.target.phase }}>{failures.target(point.target)}</Link> : failures.target(point.target)}
        </Fact>
        <Fact name={texts.failurePoint.occurrence}>{wordFor(words.occurrences, point.occurrence.mode)}{'n' in point.occurrence && ` (n = ${format.number(point.occurrence.n)})`}</Fact>
        {Object.entries(point.params).map(([name, value]) => <Fact key={name} name={wordFor(words.params, name)}>{name === 'copies' ? format.number(value) : format.ms(value)}</Fact>)}
        {point.probability !== undefined && <Fact name={texts.failurePoint.probability}>{format.percent(point.probability)}</Fact>}
        <Fact name={texts.failurePoint.struck}>
          {now.length === 0 ? texts.failurePoint.never : texts.failurePoint.times(format.number(now.length))}
          {now.length < strikes.length && <span className={styles.soft}> · {texts.failurePoint.before(format.number(strikes.length - now.length))}</span>}
        </Fact>
        {since !== null && <Fact name={texts.failurePoint.since}><RecordLink seq={since}>{format.ms(trace[since]!.at)}</RecordLink></Fact>}
      </Facts>
      <Strikes places={strikes} />
    </>
  );
}

/** The transitions that it disturbed. */
function Strikes({ places }: { readonly places: readonly number[] }) {
  const { messages: { inspector: texts }, format } = useLocale();
  const names = useNames();
  const { trace } = useRun();
  return places.length > 0 && (
    <Section title={texts.failurePoint.strikes}>
      <ol className={styles.steps}>
        {places.slice(-MOST).map((place) => {
          const record = trace[place]!;
          return <li key={place}><RecordLink seq={place}>{format.ms(record.at)} · {record.kind === 'transition' ? `${names.participant(record.participant)}: ${wordFor(texts.notes, record.note)}` : ''}</RecordLink></li>;
        })}
      </ol>
    </Section>
  );
}
