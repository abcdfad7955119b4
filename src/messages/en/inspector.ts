import { inspectorWords } from './inspector-words.ts';

export const inspector = {
  ...inspectorWords,
  title: 'Inspector',
  nothing: 'Nothing selected',
  orientation: 'Click a step, an event, a cell or a row: here you read what it is, and why it is so.',
  close: 'Clear selection',
  notYet: 'The playhead is before this. Move on to see it.',
  ids: { event: (n: string) => `Event #${n}`, message: (n: string) => `Message m${n}`, record: (n: string) => `Record ${n}`, row: 'Row', failurePoint: 'Failure point' },
  step: {
    action: 'Action', compensation: 'Compensation', status: 'Status', kind: 'Kind', service: 'Service', attempts: 'Attempts', saga: 'Saga',
    failurePoints: 'Failure points', noFailurePoints: 'None. Drag one onto the step to break it.',
    messages: 'Messages', noMessages: 'None yet: the saga has not come to this step.', undoneBy: 'Undone by', undoes: 'Undoes', nothingUndoes: 'nothing: it has no compensation',
    events: 'Events', noEvents: 'None yet', noAttempt: 'none yet', compensationKind: 'compensation', compensationHint: 'Undoes the action with a new fact; tried until it succeeds or a person decides',
  },
  event: {
    at: 'Committed at', by: 'Committed by', stream: 'Stream', version: 'Version', position: 'Position', correlation: 'Correlation', causation: 'Causation', id: 'Event id',
    data: 'Data', history: 'Stream history', why: 'Why', changed: 'Changed in the read projections', changedNothing: 'Nothing yet: no projection has taken it in, or none follows it.', transaction: 'Transaction',
  },
  message: {
    from: 'From', to: 'To', sent: 'Sent at', arrives: 'Arrives at', attempt: 'Attempt', key: 'Idempotency key', saga: 'Saga', step: 'Step', causation: 'Causation', data: 'Data', fate: 'What became of it', copy: 'an extra copy', why: 'Why',
    travelling: 'under way', lost: (reason: string) => `lost: ${reason}`, undeliverable: (process: string, at: string) => `reached ${process} at ${at} while it was down, and is gone`,
    handled: (by: string, at: string, note: string) => `${by} took it in at ${at}: ${note}`,
  },
  row: {
    database: 'Database', table: 'Table', key: 'Key', now: 'As it is', gone: 'Not there now', history: 'Its history', untouched: 'No transaction has changed it.',
    initial: 'There from the start', inserted: 'inserted', updated: 'changed', deleted: 'deleted', nothing: 'nothing',
  },
  failurePoint: { target: 'Sits on', occurrence: 'Strikes', probability: 'Probability', struck: 'Struck', never: 'Not yet', times: (n: string) => `${n}×`, before: (n: string) => `${n}× as it was set before`, since: 'So set since', gone: 'It has been removed.', strikes: 'Where it struck' },
  record: {
    at: 'Time', participant: 'Participant', handled: 'Handled', nothing: 'nothing', came: 'What it came to', commit: 'Committed', noCommit: 'Nothing was committed', sent: 'Sent', cancelled: 'Timers cancelled', failures: 'Failures that struck', why: 'Why', crash: 'Crash', process: 'Process', restart: 'Starts again at',
    outcome: 'Outcome', delivered: 'Messages delivered', writes: (count: string) => `Rows (${count})`, events: (count: string) => `Events (${count})`, deletedRow: 'deleted',
    invariants: 'Invariants', holds: 'holds', broken: 'broken', involved: 'Why: these events changed what it counts.', again: 'the same step again',
  },
  log: { title: (saga: string) => `Log of ${saga}`, empty: 'No saga has started yet. Press Run.', hint: 'The orchestrator’s durable log: it resumes from here after a crash.', reason: 'Turned back because of' },
  inAll: (n: string) => `${n} in all`,
  more: (n: string) => `${n} more`,
  cut: 'Cut short: too long to show.',
};
