/** The read models and invariants that the shop's scenarios share. */
import type { FieldChange, InvariantDocument, ProjectionDocument, ProjectionRule, Term } from '../document.ts';

const status = (value: string, ...more: FieldChange[]): readonly ProjectionRule[] => [{
  key: '{data.order}',
  changes: [{ op: 'set', field: 'status', value }, { op: 'set', field: 'customer', value: '{data.customer}' }, ...more],
}];

export const ordersByStatus: ProjectionDocument = {
  id: 'orders-by-status',
  name: { en: 'Orders by status', es: 'Pedidos por estado' },
  key: 'order',
  columns: [
    { id: 'order', name: { en: 'Order', es: 'Pedido' } },
    { id: 'status', name: { en: 'Status', es: 'Estado' } },
    { id: 'customer', name: { en: 'Customer', es: 'Cliente' } },
  ],
  groupBy: 'status',
  initial: {},
  baseline: null,
  on: {
    InventoryReserved: status('reserved'),
    InventoryReleased: status('cancelled'),
    ReservationRejected: status('rejected'),
    PaymentProcessed: status('paid'),
    PaymentRejected: status('payment-rejected'),
    PaymentRefunded: status('refunded'),
    OrderCreated: status('created'),
    OrderRejected: status('rejected'),
    OrderCancelled: status('cancelled'),
    OrderConfirmed: status('confirmed'),
  },
  latency: 80,
};

const stockMove = (available: 'add' | 'subtract', reserved: 'add' | 'subtract'): readonly ProjectionRule[] => [{
  key: '{item.sku}',
  forEach: 'data.items',
  changes: [
    { op: available, field: 'available', value: '{item.quantity}' },
    { op: reserved, field: 'reserved', value: '{item.quantity}' },
  ],
}];

export const stockView: ProjectionDocument = {
  id: 'stock',
  name: { en: 'Stock', es: 'Existencias' },
  key: 'sku',
  columns: [
    { id: 'sku', name: { en: 'Article', es: 'Artículo' } },
    { id: 'available', name: { en: 'Available', es: 'Disponible' } },
    { id: 'reserved', name: { en: 'Reserved', es: 'Reservado' } },
  ],
  groupBy: null,
  initial: {},
  baseline: { service: 'inventory', table: 'stock', columns: { sku: 'sku', available: 'available', reserved: 'reserved' } },
  on: { InventoryReserved: stockMove('subtract', 'add'), InventoryReleased: stockMove('add', 'subtract') },
  latency: 140,
};

export const customerOrders: ProjectionDocument = {
  id: 'customer-orders',
  name: { en: "A customer's orders", es: 'Pedidos de un cliente' },
  key: 'customer',
  columns: [
    { id: 'customer', name: { en: 'Customer', es: 'Cliente' } },
    { id: 'orders', name: { en: 'Orders', es: 'Pedidos' } },
    { id: 'spent', name: { en: 'Spent', es: 'Gastado' } },
    { id: 'last', name: { en: 'Last event', es: 'Último evento' } },
  ],
  groupBy: null,
  initial: { orders: 0, spent: 0, last: '' },
  baseline: { service: 'users', table: 'users', columns: { customer: 'id' } },
  on: {
    PaymentProcessed: [{ key: '{data.customer}', changes: [{ op: 'add', field: 'spent', value: '{data.amount}' }, { op: 'set', field: 'last', value: '{event.type}' }] }],
    PaymentRefunded: [{ key: '{data.customer}', changes: [{ op: 'subtract', field: 'spent', value: '{data.amount}' }, { op: 'set', field: 'last', value: '{event.type}' }] }],
    OrderCreated: [{ key: '{data.customer}', changes: [{ op: 'add', field: 'orders', value: 1 }, { op: 'set', field: 'last', value: '{event.type}' }] }],
    OrderCancelled: [{ key: '{data.customer}', changes: [{ op: 'subtract', field: 'orders', value: 1 }, { op: 'set', field: 'last', value: '{event.type}' }] }],
  },
  latency: 200,
};

const captured: Term = { sum: 'amount', service: 'payments', table: 'payments', where: { status: 'captured' } };

export const stockConserved: InvariantDocument = {
  id: 'stock-conserved',
  name: { en: 'No article appears or vanishes', es: 'Ningún artículo aparece ni desaparece' },
  left: [
    { sum: 'available', service: 'inventory', table: 'stock' },
    { sum: 'reserved', service: 'inventory', table: 'stock' },
  ],
  right: 'initial',
};
export const moneyConserved: InvariantDocument = {
  id: 'money-conserved',
  name: { en: 'Balances and payments add up', es: 'Los saldos y los pagos cuadran' },
  left: [{ sum: 'balance', service: 'payments', table: 'accounts' }, captured],
  right: 'initial',
};
const capturedCount: Term = { count: true, service: 'payments', table: 'payments', where: { status: 'captured' } };
const heldCount: Term = { count: true, service: 'inventory', table: 'reservations', where: { status: 'held' } };

export const orderInvariants: readonly InvariantDocument[] = [
  stockConserved,
  moneyConserved,
  {
    id: 'paid-orders-exist',
    name: { en: 'Every payment kept has its order', es: 'Todo pago conservado tiene su pedido' },
    left: [capturedCount],
    right: [{ events: 'OrderCreated', service: 'orders' }],
  },
  {
    id: 'held-stock-is-paid',
    name: { en: 'Every reservation held is paid', es: 'Toda reserva vigente está pagada' },
    left: [heldCount],
    right: [capturedCount],
  },
];

export const checkoutInvariants: readonly InvariantDocument[] = [
  stockConserved,
  moneyConserved,
  {
    id: 'paid-orders-exist',
    name: { en: 'Every payment kept has its order', es: 'Todo pago conservado tiene su pedido' },
    left: [capturedCount],
    right: [{ events: 'OrderCreated', service: 'orders' }, { events: 'OrderCancelled', service: 'orders', times: -1 }],
  },
  {
    id: 'held-stock-is-paid',
    name: { en: 'Every reservation held is paid', es: 'Toda reserva vigente está pagada' },
    left: [heldCount],
    right: [capturedCount],
  },
];
