export const hints = {
  drag: 'Drag a failure onto a step',
  dragTouch: 'Tap “Add a failure”, then a step',
  again: 'Press Run: the order starts again, with the failure in its way',
  log: 'Both facts stay in the log. Next: “Lost reply” on “Process payment”',
  stuck: 'Now reject the payment, and let the compensation of the stock fail',
  dismiss: 'Got it',
};
