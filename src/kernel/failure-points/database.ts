import type { Directive } from '../participant.ts';
import type { FailureKind, Place } from './kind.ts';

const abort = (why: NonNullable<Directive['abort']>, attachesTo: readonly Place[]): FailureKind => ({
  id: why,
  attachesTo,
  onRetriable: true,
  moment: 'handling',
  occurrence: { mode: 'first' },
  params: [],
  effect: () => ({ type: 'abort', why }),
});

const DATABASES: readonly Place[] = ['action', 'compensation', 'service', 'orchestrator', 'projector'];

/** The database fails in the middle of the transaction: it is rolled back, nothing is half applied, the message comes again. */
export const databaseError = abort('database-error', DATABASES);
/** There is no room for the transaction: it is rolled back, the message comes again. */
export const diskFull = abort('disk-full', DATABASES);
/** Somebody else has appended to the stream meanwhile: the store refuses the expected version; reload, decide again (D34). */
export const concurrencyConflict = abort('concurrency-conflict', ['action', 'compensation']);
