/** The course's saga: reserve inventory, process payment, create order; release and refund undo the first two. */
import type { ScenarioDocument } from '../document.ts';
import { inventory, payments, users, ordersService } from './shop.ts';
import { orderInvariants, ordersByStatus, customerOrders, stockView } from './shop-views.ts';
import { processPayment, reserveInventory, createOrder } from './shop-steps.ts';

export const order: ScenarioDocument = {
  format: 'sagascope/scenario',
  version: 1,
  id: 'order',
  name: { en: 'Order', es: 'Pedido' },
  description: {
    en: 'Reserve the stock, take the payment, create the order. If a step fails, what was done is undone in reverse.',
    es: 'Reservar existencias, cobrar el pago, crear el pedido. Si un paso falla, lo hecho se deshace en orden inverso.',
  },
  network: { latency: 100, jitter: 40 },
  services: [users, inventory, payments, ordersService],
  saga: {
    name: { en: 'Create order', es: 'Crear pedido' },
    retry: { attempts: 3, backOff: 200, factor: 2 },
    compensationRetry: { attempts: 4, backOff: 200, factor: 2 },
    timeout: 600,
    steps: [reserveInventory, processPayment, createOrder],
  },
  projections: [ordersByStatus, stockView, customerOrders],
  workload: {
    count: 1,
    interval: 400,
    requests: [
      { customer: 'ana', items: [{ sku: 'book', quantity: 2 }, { sku: 'lamp', quantity: 1 }], amount: 65 },
      { customer: 'ben', items: [{ sku: 'lamp', quantity: 1 }], amount: 35 },
      { customer: 'chloe', items: [{ sku: 'book', quantity: 1 }, { sku: 'mug', quantity: 3 }], amount: 39 },
      { customer: 'ana', items: [{ sku: 'mug', quantity: 1 }], amount: 8 },
    ],
  },
  invariants: orderInvariants,
  failurePoints: [],
  limits: { stepBudget: 1000 },
};
