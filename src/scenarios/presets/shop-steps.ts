/** The steps that the shop's sagas are put together from. */
import type { EventTemplate, StepDocument } from '../document.ts';

/** A fact about the request being served; streams are named `<aggregate>-<request id>`. */
const fact = (type: string, aggregate: string, data: EventTemplate['data'] = {}): EventTemplate => ({
  type,
  stream: aggregate === 'order' ? '{request.id}' : `${aggregate}-{request.id}`,
  data: { order: '{request.id}', customer: '{request.customer}', ...data },
});

export const reserveInventory: StepDocument = {
  id: 'reserve-inventory',
  service: 'inventory',
  kind: 'compensatable',
  name: { en: 'Reserve inventory', es: 'Reservar inventario' },
  action: {
    guards: [{
      table: 'stock', key: '{item.sku}', field: 'available', test: '>=', value: '{item.quantity}',
      reason: 'out-of-stock', forEach: 'request.items',
    }],
    effects: [
      {
        op: 'update', table: 'stock', key: '{item.sku}', forEach: 'request.items',
        changes: [
          { op: 'subtract', field: 'available', value: '{item.quantity}' },
          { op: 'add', field: 'reserved', value: '{item.quantity}' },
        ],
      },
      { op: 'put', table: 'reservations', row: { id: '{request.id}', items: '{request.items}', status: 'held' } },
    ],
    event: fact('InventoryReserved', 'inventory', { items: '{request.items}' }),
    rejection: fact('ReservationRejected', 'inventory', { items: '{request.items}' }),
  },
  compensation: {
    id: 'release-inventory',
    name: { en: 'Release inventory', es: 'Liberar inventario' },
    guards: [],
    effects: [
      {
        op: 'update', table: 'stock', key: '{item.sku}', forEach: 'request.items',
        changes: [
          { op: 'add', field: 'available', value: '{item.quantity}' },
          { op: 'subtract', field: 'reserved', value: '{item.quantity}' },
        ],
      },
      { op: 'update', table: 'reservations', key: '{request.id}', changes: [{ op: 'set', field: 'status', value: 'released' }] },
    ],
    event: fact('InventoryReleased', 'inventory', { items: '{request.items}' }),
    rejection: null,
  },
};

export const processPayment: StepDocument = {
  id: 'process-payment',
  service: 'payments',
  kind: 'compensatable',
  name: { en: 'Process payment', es: 'Procesar pago' },
  action: {
    guards: [{
      table: 'accounts', key: '{request.customer}', field: 'balance', test: '>=', value: '{request.amount}',
      reason: 'insufficient-funds',
    }],
    effects: [
      { op: 'update', table: 'accounts', key: '{request.customer}', changes: [{ op: 'subtract', field: 'balance', value: '{request.amount}' }] },
      { op: 'put', table: 'payments', row: { id: '{request.id}', customer: '{request.customer}', amount: '{request.amount}', status: 'captured' } },
    ],
    event: fact('PaymentProcessed', 'payment', { amount: '{request.amount}' }),
    rejection: fact('PaymentRejected', 'payment', { amount: '{request.amount}' }),
  },
  compensation: {
    id: 'refund-payment',
    name: { en: 'Refund payment', es: 'Reembolsar pago' },
    guards: [],
    effects: [
      { op: 'update', table: 'accounts', key: '{request.customer}', changes: [{ op: 'add', field: 'balance', value: '{request.amount}' }] },
      { op: 'update', table: 'payments', key: '{request.id}', changes: [{ op: 'set', field: 'status', value: 'refunded' }] },
    ],
    event: fact('PaymentRefunded', 'payment', { amount: '{request.amount}' }),
    rejection: null,
  },
};

/** The pivot of the `order` saga: an aggregate that is nothing but its events. */
export const createOrder: StepDocument = {
  id: 'create-order',
  service: 'orders',
  kind: 'pivot',
  name: { en: 'Create order', es: 'Crear pedido' },
  action: {
    guards: [{ table: 'order', key: '{request.id}', field: 'status', test: '==', value: 'none', reason: 'order-exists' }],
    effects: [],
    event: fact('OrderCreated', 'order', { items: '{request.items}', amount: '{request.amount}' }),
    rejection: fact('OrderRejected', 'order'),
  },
  compensation: null,
};

/** `checkout`: a check without effects, so nothing to compensate (D7). */
export const verifyCustomer: StepDocument = {
  id: 'verify-customer',
  service: 'users',
  kind: 'compensatable',
  name: { en: 'Verify customer', es: 'Verificar cliente' },
  action: {
    guards: [{ table: 'users', key: '{request.customer}', field: 'active', test: '==', value: true, reason: 'unknown-customer' }],
    effects: [],
    event: null,
    rejection: null,
  },
  compensation: null,
};

/** `checkout`: the order exists early, pending, and is cancelled if the saga turns back. */
export const openOrder: StepDocument = {
  ...createOrder,
  kind: 'compensatable',
  compensation: {
    id: 'cancel-order',
    name: { en: 'Cancel order', es: 'Cancelar pedido' },
    guards: [],
    effects: [],
    event: fact('OrderCancelled', 'order'),
    rejection: null,
  },
};

/** `checkout`: once the money is captured there is no way back. */
export const capturePayment: StepDocument = { ...processPayment, id: 'capture-payment', kind: 'pivot', name: { en: 'Capture payment', es: 'Cobrar pago' }, compensation: null };

/** `checkout`: after the pivot, steps may only be retried until they succeed (D12). */
export const confirmOrder: StepDocument = {
  id: 'confirm-order',
  service: 'orders',
  kind: 'retriable',
  name: { en: 'Confirm order', es: 'Confirmar pedido' },
  action: { guards: [], effects: [], event: fact('OrderConfirmed', 'order'), rejection: null },
  compensation: null,
};

export const awardPoints: StepDocument = {
  id: 'award-points',
  service: 'users',
  kind: 'retriable',
  name: { en: 'Award points', es: 'Otorgar puntos' },
  action: {
    guards: [],
    effects: [{ op: 'update', table: 'users', key: '{request.customer}', changes: [{ op: 'add', field: 'points', value: '{request.amount}' }] }],
    event: fact('PointsAwarded', 'points', { points: '{request.amount}' }),
    rejection: null,
  },
  compensation: null,
};
