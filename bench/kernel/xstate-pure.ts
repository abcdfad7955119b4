/** XState 5 as a pure function: `transition()` gives the next state and the actions, which are carried out here. No actors, no clock. */
import { initialTransition, transition } from 'xstate';
import type { ExecutableActionObject } from 'xstate';
import { contend } from './contender.ts';
import { shopRun } from './shop.ts';
import { pureMachine } from './xstate-machine.ts';

const REPLY = { type: 'reply' } as const;
const carryOut = (actions: readonly ExecutableActionObject[]): void => {
  for (const action of actions) action.exec?.(action.info, action.params);
};

await contend((sagas) => shopRun(sagas, (shop, orders) => {
  for (const order of orders) {
    let [state, actions] = initialTransition(pureMachine, { order, shop });
    carryOut(actions);
    while (state.status === 'active') {
      [state, actions] = transition(pureMachine, state, REPLY);
      carryOut(actions);
    }
    if (!state.matches('compensated')) throw new Error('a saga was not compensated');
  }
}));
