import { plural } from '../catalogue.ts';
import type { Translated } from '../catalogue.ts';
import type { log as english } from '../en/log.ts';

export const log: Translated<typeof english> = {
  title: 'Registro de eventos',
  count: (count: number, shown: string) => `${shown} ${plural(count, 'evento', 'eventos')}`,
  matches: (count: number, shown: string, of: string) => `${shown} de ${of} ${plural(count, 'coincide', 'coinciden')}`,
  searching: 'buscando …',
  grid: 'Eventos, el más antiguo primero',
  position: 'N.º', positionHint: 'Posición global: el orden en que se confirmaron los eventos, en todos los servicios',
  type: 'Evento', typeHint: 'Lo que ocurrió. Un evento es un hecho: nunca se cambia ni se borra.',
  stream: 'Flujo', streamHint: 'El agregado al que pertenece el evento y su versión en él: sin huecos desde 1',
  service: 'Servicio', serviceHint: 'Quién lo confirmó, en su propia base de datos',
  saga: 'Saga', sagaHint: 'La saga a la que sirve',
  correlation: 'Correlación', correlationHint: 'Id de correlación: el mismo para todo lo que un pedido puso en marcha',
  causation: 'Causa', causationHint: 'Id de causalidad: el mensaje cuyo tratamiento confirmó este evento',
  data: 'Datos', dataHint: 'Los datos del evento en JSON; completos en el inspector',
  search: 'Buscar eventos',
  searchShort: 'Buscar',
  filter: 'Filtrar eventos',
  all: { type: 'Todos los eventos', service: 'Todos los servicios', saga: 'Todas las sagas' },
  by: { type: 'Tipo de evento', service: 'Servicio', saga: 'Saga' },
  clear: 'Quitar filtro',
  newest: 'Lo último',
  newestHint: 'Ir al evento más reciente y seguirlo',
  emptyTitle: 'Aún no hay eventos',
  emptyHow: 'Aquí se añade cada hecho que un servicio confirma. Pulsa Ejecutar, o Paso para ir transacción a transacción.',
  noneTitle: 'Ningún evento coincide',
};
