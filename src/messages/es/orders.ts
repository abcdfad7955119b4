import type { Translated } from '../catalogue.ts';
import type { orders as english } from '../en/orders.ts';

export const orders: Translated<typeof english> = {
  title: 'Hacer un pedido',
  intro: 'El pedido entra en la ejecución ahora, en el cabezal. En el pasado abre una rama nueva.',
  place: 'Hacer pedido',
  fields: { customer: 'Cliente', items: 'Artículos', amount: 'Importe', sku: 'Artículo', quantity: 'Cantidad' },
  addItem: 'Añadir artículo',
  removeItem: (p: { n: string }) => `Quitar artículo ${p.n}`,
  asJson: 'como JSON',
  badJson: 'No es JSON válido',
  whole: (p: { least: string; most: string }) => `Un número entero de ${p.least} a ${p.most}, por favor`,
  number: (p: { least: string; most: string }) => `Un número de ${p.least} a ${p.most}, por favor`,
  workload: 'Carga',
  workloadIntro: 'Muchos pedidos a la vez compiten por las mismas filas. La ejecución empieza de nuevo con ellos.',
  count: 'Pedidos',
  interval: 'Milisegundos entre dos pedidos',
  startWorkload: 'Empezar con estos pedidos',
};
