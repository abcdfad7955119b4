/** node-sagas: a builder of steps with compensations, run as promises. A saga object serves one execution, so each order builds its own. */
import { SagaBuilder, SagaExecutionFailed } from 'node-sagas';
import { contend } from './contender.ts';
import { shopRun } from './shop.ts';
import type { Order, Shop } from './shop.ts';

async function saga(order: Order, shop: Shop): Promise<void> {
  const built = new SagaBuilder<Order>()
    .step('reserve').invoke((params) => shop.reserve(params)).withCompensation((params) => shop.release(params))
    .step('pay').invoke((params) => shop.pay(params)).withCompensation((params) => shop.refund(params))
    .step('create').invoke((params) => shop.create(params))
    .build();
  try {
    await built.execute(order);
  } catch (error) {
    if (!(error instanceof SagaExecutionFailed)) throw error;
    return;
  }
  throw new Error('a saga was not compensated');
}

await contend((sagas) => shopRun(sagas, async (shop, orders) => {
  await Promise.all(orders.map((order) => saga(order, shop)));
}));
