/** Words for identifiers that occur in records: participants, notes of transitions, entries of the saga log, kinds of message. */
export const inspectorWords = {
  orchestrator: 'Orchestrator', projector: 'Projector', client: 'Client',
  relayOf: (service: string) => `Relay of ${service}`,
  projectionOf: (name: string) => `Projection “${name}”`,
  notes: {
    handled: 'done', duplicate: 'a duplicate: answered from the inbox', discarded: 'discarded: nothing waits for it', 'null-compensation': 'nothing to undo: recorded as a no-op',
    'refused-late': 'refused: it was compensated already', recovered: 'resumed after the restart', rejected: 'refused', transient: 'failed for the moment', published: 'published the outbox',
    marked: 'took published events off the outbox', 'caught-up': 'sent what was missed', projected: 'brought the view up to date', waiting: 'waits for an earlier event', workload: 'orders of the workload',
    crashed: 'crashed before its commit', started: 'started the saga', committed: 'noted the step as committed', failed: 'noted the failure and turned back', unknown: 'noted an unknown outcome and turned back',
    retry: 'waits, then tries again', 'timed-out': 'no answer in time: waits, then tries again', 'sent-again': 'sent the command again', queried: 'asks whether it happened', compensated: 'noted the compensation',
    stuck: 'needs intervention', 'retried-by-hand': 'retried by hand', 'skipped-by-hand': 'skipped by hand', 'resolved-by-hand': 'resolved by hand',
  },
  entries: {
    started: 'started', committed: 'committed', failed: 'failed', unknown: 'outcome unknown', retry: 'failed, will retry', 'timed-out': 'timed out', 'sent-again': 'sent again', queried: 'asked for the outcome',
    compensated: 'compensated', stuck: 'stuck', 'retried-by-hand': 'retried by hand', 'skipped-by-hand': 'skipped by hand', 'resolved-by-hand': 'resolved by hand',
  },
  /** Why something was refused or failed: the presets' reasons and the kernel's. */
  reasons: {
    'out-of-stock': 'out of stock', 'insufficient-funds': 'insufficient funds', 'order-exists': 'the order exists already', 'unknown-customer': 'unknown customer', timeout: 'no answer in time',
    'business-rejection': 'business rejection', 'transient-error': 'transient error', 'compensation-failure': 'compensation failure', 'poison-event': 'poison event',
    'never-happened': 'it never happened', cancelled: 'compensated already', rejected: 'refused',
  },
  messageKinds: { command: 'Command', reply: 'Reply', event: 'Event', timer: 'Timer' },
  messageTypes: { 'start-saga': 'Start the saga', reply: 'Reply', deadline: 'Deadline', 'back-off': 'End of back-off', 'relay-poll': 'Look into the outbox', 'relay-mark': 'Take off the outbox', 'catch-up': 'Send what I missed', resolve: 'Decision by hand' },
  losses: { 'lost-request': 'the request never arrives', 'lost-reply': 'the reply never arrives', partition: 'the network was cut', 'receiver-down': 'the receiver was down', 'sender-crashed': 'the sender crashed before sending', 'power-loss': 'power loss' },
  recordKinds: { 'run-started': 'Run started', transition: 'Transaction', undeliverable: 'Undeliverable', crashed: 'Crash', restarted: 'Restart', intervention: 'Intervention', 'run-ended': 'Run ended' },
  actions: { 'add-failure-point': 'placed a failure', 'change-failure-point': 'changed a failure', 'remove-failure-point': 'removed a failure', 'place-order': 'placed an order', resolve: 'decided about a stuck saga', crash: 'crashed a process', 'power-loss': 'cut the power' },
  person: 'A person',
  crashCauses: { crash: 'by hand', 'power-loss': 'power loss', 'crash-before-commit': 'before the commit', 'crash-after-commit': 'after the commit' },
  moments: { 'before-commit': 'before the commit: nothing of it is kept', 'after-commit': 'after the commit: done, and nobody was told' },
  tables: { events: 'events', inbox: 'inbox', outbox: 'outbox', sagas: 'sagas', saga_log: 'saga log', checkpoints: 'checkpoints', dead_letters: 'dead letters' },
};
