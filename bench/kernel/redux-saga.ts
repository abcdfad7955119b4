/** redux-saga: the saga as a generator of effects; each order is a task of its own. */
import { runSaga, stdChannel } from 'redux-saga';
import { call, put } from 'redux-saga/effects';
import { contend } from './contender.ts';
import { Rejected, shopRun } from './shop.ts';
import type { Order, Shop } from './shop.ts';

type Step = (order: Order) => Promise<void>;
interface Steps { readonly reserve: Step; readonly release: Step; readonly pay: Step; readonly refund: Step; readonly create: Step }

function* saga(order: Order, steps: Steps): Generator {
  const undo: Step[] = [];
  try {
    yield call(steps.reserve, order);
    undo.push(steps.release);
    yield call(steps.pay, order);
    undo.push(steps.refund);
    yield call(steps.create, order);
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    for (const compensate of undo.reverse()) yield call(compensate, order);
    yield put({ type: 'compensated', order: order.id });
  }
}

const stepsOf = (shop: Shop): Steps => ({
  reserve: async (order) => { shop.reserve(order); },
  release: async (order) => { shop.release(order); },
  pay: async (order) => { shop.pay(order); },
  refund: async (order) => { shop.refund(order); },
  create: async (order) => { shop.create(order); },
});

await contend((sagas) => shopRun(sagas, async (shop, orders) => {
  const steps = stepsOf(shop);
  let compensated = 0;
  const environment = {
    channel: stdChannel(),
    dispatch: (action: { readonly type: string }) => { compensated += 1; return action; },
    getState: () => shop,
  };
  await Promise.all(orders.map((order) => runSaga(environment, saga, order, steps).toPromise()));
  if (compensated !== sagas) throw new Error(`${compensated} sagas were compensated, not ${sagas}`);
}));
