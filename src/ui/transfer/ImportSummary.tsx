/** What a file holds, in short, before it is opened. */
import { Info } from 'lucide-react';
import { isSameRun } from '#session/same-run.ts';
import type { Inspected } from '#session/transfer.ts';
import { shownText } from '#views/shown-text.ts';
import { useFormat, useMessages, useText } from '../kit/locale.tsx';
import { useSessionStore } from '../session-context.tsx';
import styles from './Transfer.module.css';

export function ImportSummary({ found }: { found: Inspected }) {
  const { transfer } = useMessages();
  const { facts } = transfer;
  const text = useText();
  const format = useFormat();
  const store = useSessionStore();
  const scenario = found.kind === 'run' ? found.run.scenario : found.scenario;
  const shown = store.getState();
  const same = found.kind === 'run' ? isSameRun(found.run, shown) : JSON.stringify(scenario) === JSON.stringify(shown.scenario);
  const rows: readonly (readonly [string, string])[] = [
    [facts.steps, format.list(scenario.saga.steps.map(({ name }) => shownText(text(name), 60)))],
    [facts.services, format.list(scenario.services.map(({ name }) => shownText(text(name), 60)))],
    [facts.orders, format.number(scenario.workload.count)],
    [facts.failures, format.number(scenario.failurePoints.length)],
    ...(found.kind === 'run' ? [
      [facts.seed, String(found.run.seed)], [facts.deeds, format.number(found.run.interventions.length)], [facts.hash, found.run.traceHash],
    ] as const : []),
  ];
  return (
    <div className={styles.summary}>
      <p className={styles.label}>{found.kind === 'run' ? transfer.isRun : transfer.isScenario}</p>
      <h3>{shownText(text(scenario.name))}</h3>
      <p className={styles.text}>{shownText(text(scenario.description), 400)}</p>
      <dl className={styles.facts}>{rows.map(([name, value]) => [<dt key={name}>{name}</dt>, <dd key={`${name} value`}>{value}</dd>])}</dl>
      {same && <p className={styles.note}><Info aria-hidden />{found.kind === 'run' ? transfer.sameRun : transfer.sameScenario}</p>}
      {found.kind === 'scenario' && found.copy && <p className={styles.note}><Info aria-hidden />{transfer.asCopy}</p>}
    </div>
  );
}
