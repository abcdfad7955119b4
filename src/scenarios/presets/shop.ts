/** The four services of the shop that the presets share: each with the database that suits it. */
import type { ServiceDocument } from '../document.ts';

export const users: ServiceDocument = {
  id: 'users',
  name: { en: 'Users', es: 'Usuarios' },
  store: 'relational',
  tables: [{
    id: 'users', key: 'id', checks: [],
    rows: [
      { id: 'ana', name: 'Ana Ruiz', email: 'ana@shop.example', active: true, points: 0 },
      { id: 'ben', name: 'Ben Okafor', email: 'ben@shop.example', active: true, points: 0 },
      { id: 'chloe', name: 'Chloé Martin', email: 'chloe@shop.example', active: true, points: 0 },
    ],
  }],
  aggregates: [],
};

export const inventory: ServiceDocument = {
  id: 'inventory',
  name: { en: 'Inventory', es: 'Inventario' },
  store: 'documents',
  tables: [
    {
      id: 'stock', key: 'sku', checks: [],
      rows: [
        { sku: 'book', name: 'Book', available: 10, reserved: 0 },
        { sku: 'lamp', name: 'Lamp', available: 5, reserved: 0 },
        { sku: 'mug', name: 'Mug', available: 20, reserved: 0 },
      ],
    },
    { id: 'reservations', key: 'id', checks: [], rows: [] },
  ],
  aggregates: [],
};

export const payments: ServiceDocument = {
  id: 'payments',
  name: { en: 'Payments', es: 'Pagos' },
  store: 'documents',
  tables: [
    {
      id: 'accounts', key: 'id', checks: [],
      rows: [{ id: 'ana', balance: 200 }, { id: 'ben', balance: 100 }, { id: 'chloe', balance: 60 }],
    },
    { id: 'payments', key: 'id', checks: [], rows: [] },
  ],
  aggregates: [],
};

export const ordersService: ServiceDocument = {
  id: 'orders',
  name: { en: 'Orders', es: 'Pedidos' },
  store: 'event-streams',
  tables: [],
  aggregates: [{
    id: 'order',
    prefix: 'order-',
    initial: { status: 'none' },
    evolve: {
      OrderCreated: [
        { op: 'set', field: 'status', value: 'created' },
        { op: 'set', field: 'customer', value: '{data.customer}' },
        { op: 'set', field: 'items', value: '{data.items}' },
        { op: 'set', field: 'amount', value: '{data.amount}' },
      ],
      OrderCancelled: [{ op: 'set', field: 'status', value: 'cancelled' }],
      OrderConfirmed: [{ op: 'set', field: 'status', value: 'confirmed' }],
      OrderRejected: [{ op: 'set', field: 'status', value: 'rejected' }],
    },
  }],
};
