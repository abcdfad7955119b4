import { plural } from '../catalogue.ts';
import type { Translated } from '../catalogue.ts';
import type { projections as english } from '../en/projections.ts';

export const projections: Translated<typeof english> = {
  title: 'Proyecciones de lectura',
  head: (position: string) => `registro en n.º ${position}`,
  headHint: 'Posición global del último evento confirmado: la cabeza del registro',
  upToDate: 'al día',
  behind: (events: number, shown: string) => `${plural(events, 'falta', 'faltan')} ${shown}`,
  lagHint: (checkpoint: string, head: string) => `Punto de control n.º ${checkpoint}, cabeza del registro n.º ${head}. Retraso = cabeza − punto de control; el tiempo es la edad del evento pendiente más antiguo.`,
  checkpoint: (position: string) => `en n.º ${position}`,
  checkpointHint: 'Punto de control: el último evento incorporado. Se confirma junto con la vista: ninguno va nunca por delante del otro.',
  rows: (count: number, shown: string) => `${shown} ${plural(count, 'fila', 'filas')}`,
  noRows: 'Aún no hay filas. Aparecen cuando se incorpora un evento de esta vista.',
  recent: (shown: string, of: string) => `las ${shown} cambiadas al final, de ${of}; todas en Bases de datos`,
  why: (column: string, event: string) => `${column}: lo cambió ${event}. ¿Por qué?`,
  changed: 'último cambio',
  was: (value: string) => `era ${value}`,
  wasNothing: 'nueva',
  states: { reserved: 'reservado', cancelled: 'cancelado', rejected: 'rechazado', paid: 'pagado', 'payment-rejected': 'pago rechazado', refunded: 'reembolsado', created: 'creado', confirmed: 'confirmado' },
  row: (key: string) => `Fila ${key}: su historia`,
  asAtStart: 'Como al principio',
  emptyTitle: 'Sin proyecciones de lectura',
  emptyHow: 'Aquí aparecen las proyecciones del escenario: tablas para leer, alimentadas por el registro de eventos.',
};
