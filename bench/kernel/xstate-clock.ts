/**
 * XState 5 on a virtual clock: `after` delays on SimulatedClock, stepped deadline by deadline. Each saga has a clock of its own, to XState's
 * advantage: one SimulatedClock for all sorts every pending timer each time it moves.
 */
import { SimulatedClock, createActor } from 'xstate';
import { contend } from './contender.ts';
import { shopRun } from './shop.ts';
import { ROUND_TRIP, timedMachine } from './xstate-machine.ts';

await contend((sagas) => shopRun(sagas, (shop, orders) => {
  for (const order of orders) {
    const clock = new SimulatedClock();
    const actor = createActor(timedMachine, { clock, input: { order, shop } });
    actor.start();
    while (actor.getSnapshot().status === 'active') clock.increment(ROUND_TRIP);
    if (!actor.getSnapshot().matches('compensated')) throw new Error('a saga was not compensated');
  }
}));
