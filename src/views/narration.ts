/** The latest thing worth telling, as a key of the catalogue's `narration` area with its parameters. Names are ids: ui/ puts in the words. */
import type { SagaLogRow, Trace, TraceRecord } from '#trace/records.ts';

export interface Narration { readonly seq: number; readonly key: NarrationKey; readonly params: Readonly<Record<string, string>> }
type NarrationKey =
  | 'sagaStarted' | 'committed' | 'rejected' | 'transient' | 'duplicate' | 'nullCompensation' | 'refusedLate' | 'crashed' | 'restarted'
  | 'recovered' | 'undeliverable' | 'lostRequest' | 'lostReply' | 'retry' | 'timedOut' | 'turnsBack' | 'stuck' | 'skipped' | 'sagaCompleted' | 'sagaCompensated'
  | 'sagaResolved' | 'powerLoss' | 'failurePlaced' | 'orderPlaced' | 'runEnded';

type Told = Omit<Narration, 'seq'>;
const told = (key: NarrationKey, params: Readonly<Record<string, string>> = {}): Told => ({ key, params });

/** What one record tells; null for bookkeeping. */
export function narrate(record: TraceRecord): Told | null {
  switch (record.kind) {
    case 'crashed': return record.cause === 'power-loss' ? told('powerLoss') : told('crashed', { process: record.process });
    case 'restarted': return told('restarted', { process: record.process });
    case 'undeliverable': return told('undeliverable', { process: record.process });
    case 'intervention': return narrateIntervention(record.action);
    case 'run-ended': return told('runEnded', { outcome: record.outcome });
    case 'run-started': return null;
    case 'transition': return record.participant === 'orchestrator' ? narrateOrchestrator(record) : narrateService(record);
  }
}

type Transition = Extract<TraceRecord, { kind: 'transition' }>;

function narrateIntervention(action: Extract<TraceRecord, { kind: 'intervention' }>['action']): Told | null {
  switch (action.type) {
    case 'add-failure-point': return told('failurePlaced', { kind: action.point.kind, ...('step' in action.point.target ? { step: action.point.target.step, phase: action.point.target.phase } : { process: action.point.target.process }) });
    case 'place-order': return told('orderPlaced');
    default: return null;
  }
}

function narrateOrchestrator(record: Transition): Told | null {
  if (record.note === 'recovered') return told('recovered', { process: 'orchestrator' });
  const written = record.commit?.writes.find(({ table }) => table === 'saga_log')?.row as unknown as SagaLogRow | null | undefined;
  if (!written) return null;
  const lost = record.sends.find((message) => message.lost === 'lost-request');
  if (lost) return told('lostRequest', { step: lost.step ?? '', phase: lost.phase ?? '' });
  const saga = record.commit?.writes.find(({ table }) => table === 'sagas')?.row;
  const step = written.step ?? '';
  const phase = written.phase ?? '';
  const reason = written.note ?? '';
  if (saga?.['endedAt'] !== null && saga?.['endedAt'] !== undefined) {
    const key = saga['status'] === 'completed' ? 'sagaCompleted' : saga['status'] === 'compensated' ? 'sagaCompensated' : 'sagaResolved';
    return told(key, { saga: written.saga });
  }
  switch (written.type) {
    case 'started': return told('sagaStarted', { saga: written.saga });
    case 'retry': return told('retry', { step, phase, reason });
    case 'timed-out': return told('timedOut', { step, phase });
    case 'failed': case 'unknown': return told('turnsBack', { step, reason });
    case 'stuck': return told('stuck', { step });
    case 'skipped-by-hand': return told('skipped', { step });
    default: return null;
  }
}

function narrateService(record: Transition): Told | null {
  const { participant, note } = record;
  if (participant === 'client' || participant.includes(':')) return null;
  const event = record.commit?.events[0]?.type ?? '';
  const reply = record.sends.find(({ kind }) => kind === 'reply');
  const step = reply?.step ?? '';
  const phase = reply?.phase ?? '';
  if (record.sends.some(({ lost }) => lost === 'lost-reply')) return told('lostReply', { process: participant, step, phase, event });
  switch (note) {
    case 'rejected': return told('rejected', { process: participant, step, phase });
    case 'transient': return told('transient', { process: participant, step, phase });
    case 'duplicate': return told('duplicate', { process: participant, step, phase });
    case 'null-compensation': return told('nullCompensation', { process: participant, step });
    case 'refused-late': return told('refusedLate', { process: participant, step });
    default: return event === '' ? null : told('committed', { process: participant, event });
  }
}

/** The last thing told among the first `seq` records; looks back no more than a few dozen. */
export function narrationAt(trace: Trace, seq: number): Narration | null {
  for (let index = Math.min(seq, trace.length) - 1; index >= Math.max(0, seq - 60); index -= 1) {
    const found = narrate(trace[index]!);
    if (found) return { seq: index, ...found };
  }
  return null;
}
