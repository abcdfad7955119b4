import type { Envelope, StoredEvent, Trace } from '#trace/records.ts';
import type { Fate } from '#views/causes-messages.ts';
import { fateOf, messagesOfStep } from '#views/causes-messages.ts';
import { attemptInRound, sagaLog } from '#views/changes-saga.ts';
import { stepState } from '#views/sagas.ts';
import { shownText } from '#views/shown-text.ts';
import { useNames, wordFor } from '../data/names.ts';
import { StatusIcon } from '../flow/StatusIcon.tsx';
import { useLocale } from '../kit/locale.tsx';
import { FailureIcon } from '../palette/icons.tsx';
import { useFailureWords } from '../palette/words.ts';
import { useSession } from '../session-context.tsx';
import styles from './Inspector.module.css';
import { FateText } from './MessageDetails.tsx';
import { EventLink, Fact, Facts, Heading, Link, MessageLink, Section } from './parts.tsx';
import { useFollowedSaga, useRun } from './use-run.ts';

/** The events of the transition in which a message ended. */
function committedBy(trace: Trace, fate: Fate): readonly StoredEvent[] {
  const record = fate.type === 'handled' ? trace[fate.seq] : undefined;
  return record?.kind === 'transition' && record.participant !== 'orchestrator' ? record.commit?.events ?? [] : [];
}

export function StepDetails({ step: id, phase }: { readonly step: string; readonly phase: 'action' | 'compensation' }) {
  const { messages: { inspector: texts, flow }, format } = useLocale();
  const names = useNames();
  const failures = useFailureWords();
  const scenario = useSession((session) => session.scenario);
  const points = useSession((session) => session.failurePoints);
  const { trace, seq } = useRun();
  const saga = useFollowedSaga();
  const index = scenario.saga.steps.findIndex((step) => step.id === id);
  const step = scenario.saga.steps[index];
  if (!step) return <p className={styles.soft}>{texts.notYet}</p>;
  const { status } = stepState(saga, index, phase);
  const messages = saga ? messagesOfStep(trace, saga.id, id, phase === 'action' ? ['action', 'query'] : ['compensation'], seq) : [];
  const log = saga ? sagaLog(trace, saga.id, seq) : [];
  const inRound = ({ step: about, phase: of, attempt }: Envelope): number => attemptInRound(log, about, of, attempt);
  const last = messages.findLast(({ envelope }) => envelope.kind === 'command')?.envelope;
  const limit = step.kind === 'retriable' && phase === 'action' ? null : ((last?.phase ?? phase) === 'action' ? scenario.saga.retry : scenario.saga.compensationRetry).attempts;
  const here = points.filter(({ target }) => 'step' in target && target.step === id && target.phase === phase);
  const events = messages.flatMap((message) => committedBy(trace, fateOf(trace, message, seq)));
  const other = phase === 'action' ? 'compensation' : 'action';

  return (
    <>
      <Heading kind={phase === 'action' ? texts.step.action : texts.step.compensation} colour={names.colour(step.service)}>{names.step(id, phase)}</Heading>
      <Facts>
        <Fact name={texts.step.status}><span className={styles.status} data-status={status}><StatusIcon status={status} />{wordFor(flow.status, status)}</span>{saga && <span className={styles.soft}> · {shownText(saga.id, 40)}</span>}</Fact>
        <Fact name={texts.step.attempts}>
          {!last ? texts.step.noAttempt : limit === null ? format.number(inRound(last)) : flow.attempt({ n: format.number(inRound(last)), of: format.number(limit) })}
          {last && inRound(last) < last.attempt && <span className={styles.soft}> · {texts.inAll(format.number(last.attempt))}</span>}
        </Fact>
        <Fact name={texts.step.service}>{names.process(step.service)}</Fact>
        <Fact name={texts.step.kind}>
          {phase === 'action' ? wordFor(flow.kinds, step.kind) : texts.step.compensationKind}
          <span className={styles.soft}> · {phase === 'action' ? wordFor(flow.kindHints, step.kind) : texts.step.compensationHint}</span>
        </Fact>
        <Fact name={phase === 'action' ? texts.step.undoneBy : texts.step.undoes}>
          {step.compensation ? <Link to={{ type: 'step', step: id, phase: other }}>{names.step(id, other)}</Link> : texts.step.nothingUndoes}
        </Fact>
      </Facts>
      <Section title={texts.step.messages}>
        {messages.length === 0 ? <p className={styles.soft}>{texts.step.noMessages}</p> : (
          <ol className={styles.steps}>
            {messages.map((message) => {
              const { envelope } = message;
              return (
                <li key={envelope.id}>
                  <MessageLink id={envelope.id}>{format.ms(envelope.sentAt)} · {wordFor(texts.messageKinds, envelope.kind)}{envelope.attempt > 1 && ` · ${flow.attemptOpen({ n: format.number(inRound(envelope)) })}`}</MessageLink>
                  <p className={styles.because}><FateText fate={fateOf(trace, message, seq)} /></p>
                </li>
              );
            })}
          </ol>
        )}
      </Section>
      <Section title={texts.step.events}>
        {events.length === 0 ? <p className={styles.soft}>{texts.step.noEvents}</p> : <ul className={styles.steps}>{events.map((event) => <li key={event.position}><EventLink event={event} /> <span className={styles.soft}>{format.ms(event.at)}</span></li>)}</ul>}
      </Section>
      <Section title={texts.step.failurePoints}>
        {here.length === 0 ? <p className={styles.soft}>{texts.step.noFailurePoints}</p> : (
          <ul className={styles.steps}>
            {here.map((point) => <li key={point.id} className={styles.point}><FailureIcon kind={point.kind} /><Link to={{ type: 'failure-point', id: point.id }}>{failures.name(point.kind)}</Link><span className={styles.soft}>{failures.occurrence(point.occurrence)}</span></li>)}
          </ul>
        )}
      </Section>
    </>
  );
}
