/** What a run came to, for people and for programs. */
import { eventsOf } from '#exports/events.ts';
import type { CommandLineTexts } from '#messages/areas/command-line.ts';
import type { Locale } from '#messages/index.ts';
import { clip } from '#scenarios/problems.ts';
import { hashTrace } from '#trace/hash.ts';
import type { InvariantResult, RunEnded, RunOutcome, StoredEvent, Trace } from '#trace/records.ts';
import { outcomeAt } from '#views/outcome.ts';
import type { RunInput } from './input.ts';

export interface Report {
  readonly scenario: string;
  readonly name: { readonly en: string; readonly es: string };
  readonly seed: number;
  /** `running`, `compensating`: only for a run that was saved before its end. */
  readonly outcome: RunOutcome | 'ready' | 'running' | 'compensating';
  readonly traceHash: string;
  readonly records: number;
  readonly events: readonly StoredEvent[];
  readonly sagas: { readonly [status: string]: number };
  readonly invariants: readonly InvariantResult[];
  /** Virtual milliseconds. */
  readonly time: number;
  /** The hash that a run file claims; null where there is no file. */
  readonly expectedHash: string | null;
  /** Completed or compensated, every invariant kept, and the trace is the one that was claimed. */
  readonly well: boolean;
}

export function report({ scenario, seed, saved }: RunInput, trace: Trace): Report {
  const last = trace.at(-1);
  const ended = trace.findLast((record): record is RunEnded => record.kind === 'run-ended');
  const { outcome } = outcomeAt(trace, trace.length);
  const traceHash = hashTrace(trace);
  const same = !saved || (saved.traceHash === traceHash && saved.records === trace.length);
  const invariants = ended?.invariants ?? [];
  const good = outcome === 'completed' || outcome === 'compensated' || (saved !== null && last !== ended && outcome !== 'stuck');
  return {
    scenario: scenario.id, name: scenario.name, seed, outcome, traceHash, records: trace.length, events: eventsOf(trace), sagas: ended?.sagas ?? {}, invariants,
    time: last?.at ?? 0, expectedHash: saved?.traceHash ?? null, well: good && same && invariants.every(({ holds }) => holds),
  };
}

/** One line of JSON. Its keys are a contract: programs read them. */
export function jsonReport({ outcome, traceHash, events, invariants, scenario, seed, sagas, time, records, expectedHash }: Report): string {
  return JSON.stringify({
    outcome, traceHash, events, invariants, scenario, seed, sagas, time, records,
    ...(expectedHash === null ? {} : { replay: { same: expectedHash === traceHash, expected: expectedHash } }),
  });
}

export function textReport(found: Report, texts: CommandLineTexts, locale: Locale): string {
  const { outcome, sagas, invariants, expectedHash, traceHash } = found;
  const outcomes: { readonly [outcome: string]: string } = texts.outcomes;
  const facts: readonly (readonly [string, string | number])[] = [
    [texts.scenario, `${clip(found.name[locale])} (${found.scenario})`],
    [texts.seed, found.seed],
    [texts.outcome, outcomes[outcome] ?? outcome],
    [texts.hash, traceHash],
    [texts.time, `${found.time} ms`],
    [texts.records, found.records],
    [texts.events, found.events.length],
    [texts.sagas, Object.entries(sagas).map(([status, count]) => `${count} ${outcomes[status] ?? status}`).join(', ')],
  ];
  const lines = facts.map(([name, value]) => `${`${name}:`.padEnd(16)}${value}`);
  lines.push(`${texts.invariants}:`, ...invariants.map(({ id, holds, left, right }) => `  ${holds ? texts.holds : texts.broken}  ${id}  ${left} ${holds ? '=' : '≠'} ${right}`));
  if (expectedHash !== null) lines.push(expectedHash === traceHash ? texts.replaySame({ hash: traceHash }) : texts.replayDiffers({ hash: traceHash, file: expectedHash }));
  return `${lines.join('\n')}\n`;
}
