/** What one writes without any library: async functions and a stack of compensations. No bus, no clock, no history but the shop's own. */
import { contend } from './contender.ts';
import { Rejected, shopRun } from './shop.ts';
import type { Order, Shop } from './shop.ts';

async function saga(order: Order, steps: Steps): Promise<'completed' | 'compensated'> {
  const undo: ((order: Order) => Promise<void>)[] = [];
  try {
    await steps.reserve(order);
    undo.push(steps.release);
    await steps.pay(order);
    undo.push(steps.refund);
    await steps.create(order);
    return 'completed';
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    for (const compensate of undo.reverse()) await compensate(order);
    return 'compensated';
  }
}

type Steps = { readonly [step in 'reserve' | 'release' | 'pay' | 'refund' | 'create']: (order: Order) => Promise<void> };
const stepsOf = (shop: Shop): Steps => ({
  reserve: async (order) => { shop.reserve(order); },
  release: async (order) => { shop.release(order); },
  pay: async (order) => { shop.pay(order); },
  refund: async (order) => { shop.refund(order); },
  create: async (order) => { shop.create(order); },
});

await contend((sagas) => shopRun(sagas, async (shop, orders) => {
  const steps = stepsOf(shop);
  const outcomes = await Promise.all(orders.map((order) => saga(order, steps)));
  if (outcomes.some((outcome) => outcome !== 'compensated')) throw new Error('a saga was not compensated');
}));
