/** The saga as an XState machine. A step's work is an action; its answer is a delayed transition, with a deadline beside it. */
import { setup } from 'xstate';
import type { Order, Shop } from './shop.ts';

interface Context { readonly order: Order; readonly shop: Shop }
/** Milliseconds for a command and its reply, and until no reply counts as unknown: as in the `order` preset. */
export const ROUND_TRIP = 240;
const DEADLINE = 600;

const types = { context: {} as Context, input: {} as Context };
const actions = {
  reserve: ({ context }: { context: Context }) => { context.shop.reserve(context.order); },
  pay: ({ context }: { context: Context }) => { context.shop.pay(context.order); },
  refund: ({ context }: { context: Context }) => { context.shop.refund(context.order); },
  release: ({ context }: { context: Context }) => { context.shop.release(context.order); },
};
const guards = { accepted: ({ context }: { context: Context }) => context.shop.accept(context.order) };

/** Moves by `after`, on the clock that its actor is given. */
export const timedMachine = setup({ types, actions, guards }).createMachine({
  context: ({ input }) => input,
  initial: 'reserving',
  states: {
    reserving: { entry: 'reserve', after: { [ROUND_TRIP]: 'paying', [DEADLINE]: 'unknown' } },
    paying: { entry: 'pay', after: { [ROUND_TRIP]: 'ordering', [DEADLINE]: 'unknown' } },
    ordering: { after: { [ROUND_TRIP]: [{ guard: 'accepted', target: 'completed' }, { target: 'refunding' }], [DEADLINE]: 'unknown' } },
    refunding: { entry: 'refund', after: { [ROUND_TRIP]: 'releasing', [DEADLINE]: 'unknown' } },
    releasing: { entry: 'release', after: { [ROUND_TRIP]: 'compensated', [DEADLINE]: 'unknown' } },
    completed: { type: 'final' },
    compensated: { type: 'final' },
    unknown: { type: 'final' },
  },
});

/** Moves by events alone: no clock, no deadlines. */
export const pureMachine = setup({ types: { ...types, events: {} as { readonly type: 'reply' } }, actions, guards }).createMachine({
  context: ({ input }) => input,
  initial: 'reserving',
  states: {
    reserving: { entry: 'reserve', on: { reply: 'paying' } },
    paying: { entry: 'pay', on: { reply: 'ordering' } },
    ordering: { on: { reply: [{ guard: 'accepted', target: 'completed' }, { target: 'refunding' }] } },
    refunding: { entry: 'refund', on: { reply: 'releasing' } },
    releasing: { entry: 'release', on: { reply: 'compensated' } },
    completed: { type: 'final' },
    compensated: { type: 'final' },
  },
});
