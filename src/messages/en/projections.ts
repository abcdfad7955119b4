import { plural } from '../catalogue.ts';

export const projections = {
  title: 'Read projections',
  head: (position: string) => `log at #${position}`,
  headHint: 'Global position of the last committed event: the head of the log',
  upToDate: 'up to date',
  behind: (_events: number, shown: string) => `${shown} behind`,
  lagHint: (checkpoint: string, head: string) => `Checkpoint #${checkpoint}, head of the log #${head}. Lag = head − checkpoint; the time is the age of the oldest event not taken in yet.`,
  checkpoint: (position: string) => `at #${position}`,
  checkpointHint: 'Checkpoint: the last event taken in. It is committed together with the view, so that neither is ever ahead of the other.',
  rows: (count: number, shown: string) => `${shown} ${plural(count, 'row', 'rows')}`,
  noRows: 'No rows yet. They appear once an event of this view has been taken in.',
  recent: (shown: string, of: string) => `the ${shown} changed last, of ${of}; all of them under Databases`,
  why: (column: string, event: string) => `${column}: changed by ${event}. Why?`,
  changed: 'changed last',
  was: (value: string) => `was ${value}`,
  wasNothing: 'new',
  /** States of the presets' views; a state without a word is shown as it is stored. */
  states: { reserved: 'reserved', cancelled: 'cancelled', rejected: 'rejected', paid: 'paid', 'payment-rejected': 'payment rejected', refunded: 'refunded', created: 'created', confirmed: 'confirmed' },
  row: (key: string) => `Row ${key}: its history`,
  asAtStart: 'As it was at the start',
  emptyTitle: 'No read projections',
  emptyHow: 'A scenario’s projections appear here: tables for reading, fed by the event log.',
};
