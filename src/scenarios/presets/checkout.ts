/** A longer saga over four services: a check, two compensatable steps, a pivot, two steps that are retried until they succeed. */
import type { ScenarioDocument } from '../document.ts';
import { order } from './order.ts';
import { awardPoints, capturePayment, confirmOrder, openOrder, reserveInventory, verifyCustomer } from './shop-steps.ts';
import { checkoutInvariants } from './shop-views.ts';

export const checkout: ScenarioDocument = {
  ...order,
  id: 'checkout',
  name: { en: 'Checkout', es: 'Compra' },
  description: {
    en: 'Six steps over four services. Capturing the payment is the pivot: before it everything can be undone, after it steps only retry.',
    es: 'Seis pasos en cuatro servicios. Cobrar el pago es el pivote: antes todo se puede deshacer, después los pasos solo se reintentan.',
  },
  saga: {
    ...order.saga,
    name: { en: 'Checkout', es: 'Compra' },
    steps: [verifyCustomer, reserveInventory, openOrder, capturePayment, confirmOrder, awardPoints],
  },
  workload: { ...order.workload, count: 2, interval: 500 },
  invariants: checkoutInvariants,
};
