import { area } from '../catalogue.ts';

export const ordersTexts = area({
  en: {
    title: 'Place an order',
    intro: 'The order joins the run now, at the playhead. In the past it starts a new branch.',
    place: 'Place order',
    fields: { customer: 'Customer', items: 'Items', amount: 'Amount', sku: 'Article', quantity: 'Quantity' },
    addItem: 'Add item',
    removeItem: (p: { n: string }) => `Remove item ${p.n}`,
    asJson: 'as JSON',
    badJson: 'This is not valid JSON',
    workload: 'Workload',
    workloadIntro: 'Many orders at once compete for the same rows. The run starts again with them.',
    count: 'Orders',
    interval: 'Milliseconds between two orders',
    startWorkload: 'Start with these orders',
  },
  es: {
    title: 'Hacer un pedido',
    intro: 'El pedido entra en la ejecución ahora, en el cabezal. En el pasado abre una rama nueva.',
    place: 'Hacer pedido',
    fields: { customer: 'Cliente', items: 'Artículos', amount: 'Importe', sku: 'Artículo', quantity: 'Cantidad' },
    addItem: 'Añadir artículo',
    removeItem: (p: { n: string }) => `Quitar artículo ${p.n}`,
    asJson: 'como JSON',
    badJson: 'No es JSON válido',
    workload: 'Carga',
    workloadIntro: 'Muchos pedidos a la vez compiten por las mismas filas. La ejecución empieza de nuevo con ellos.',
    count: 'Pedidos',
    interval: 'Milisegundos entre dos pedidos',
    startWorkload: 'Empezar con estos pedidos',
  },
});
