export const playback = {
  title: 'Playback', run: 'Run', pause: 'Pause', step: 'Step', restart: 'Restart', timeline: 'Timeline', speed: 'Speed', undo: 'Undo', redo: 'Redo',
  runHint: 'Space', stepHint: 'one record on, →', restartHint: 'from the start, Home', undoHint: 'Ctrl+Z', redoHint: 'Ctrl+Shift+Z',
  time: (p: { time: string }) => `t = ${p.time}`,
  position: (p: { time: string; end: string }) => `${p.time} of ${p.end}`,
  marks: { commit: 'committed', compensation: 'compensation', failure: 'failure', intervention: 'intervention', end: 'end of the run' },
  moreMarks: (p: { n: string }) => `and ${p.n} more here`,
  past: 'You are in the past. What you change here starts a new branch.',
  toEnd: 'To the latest',
  loadMore: 'Workload',
  shortcuts: 'Keys',
  keys: {
    space: 'Run or pause', right: 'One record on', scrub: 'On the timeline: back and forth in time', home: 'Restart', undo: 'Undo or redo a failure point', escape: 'Put the failure down',
    enter: 'On a failure: take it in the hand. On a step: place it, or inspect the step', arrows: 'In the flow: from step to step; up and down: action and compensation', del: 'On a failure’s badge: remove it', help: 'This help',
  },
  keyNames: { space: 'Space', right: '→', home: 'Home', escape: 'Esc', enter: 'Enter', del: 'Delete', arrows: '← → ↑ ↓' },
  what: 'A run is a pure function of scenario, seed and what you do. Everything on the screen is what really happened: services run in workers, with databases of their own; a crash ends a worker.',
  legendTitle: 'What the states mean',
  states: {
    idle: 'Nothing has happened yet', running: 'Its command is under way or being handled', retrying: 'Failed or no answer; tried again with the same key', committed: 'Durable in the service’s database',
    failed: 'Definitely not done', unknown: 'No answer in time: it may have been done', compensating: 'Being undone with a new fact', compensated: 'Undone; both facts stay in the log', stuck: 'Cannot go on: a person has to decide', skipped: 'Not needed, or passed over by hand',
  },
};
