import { plural } from '../catalogue.ts';
import type { Translated } from '../catalogue.ts';
import type { databases as english } from '../en/databases.ts';

export const databases: Translated<typeof english> = {
  title: 'Bases de datos de los servicios',
  processes: 'Bases de datos',
  tables: (process: string) => `Tablas de ${process}`,
  stores: { relational: 'tablas con claves', documents: 'documentos', 'event-streams': 'flujos de eventos' },
  nameHint: 'La base IndexedDB de este proceso. Abre las herramientas de desarrollo del navegador, Aplicación, IndexedDB, y compara.',
  memoryHint: 'El navegador niega el almacenamiento: esta base vive en memoria.',
  memory: 'en memoria',
  rows: (count: number, shown: string) => `${shown} ${plural(count, 'fila', 'filas')}`,
  touched: (count: number) => `${count} ${plural(count, 'cambiada', 'cambiadas')} por la última transacción`,
  touchedRow: 'cambiada por la última transacción',
  last: (note: string, at: string) => `última transacción: ${note}, en ${at}`,
  noneYet: 'como al principio',
  removed: (keys: string) => `quitadas por la última transacción: ${keys}`,
  emptyTable: (table: string) => `La tabla ${table} está vacía`,
  emptyHow: {
    events: 'Aquí se guardan los hechos que este servicio confirma.',
    inbox: 'Qué se respondió con cada clave de idempotencia: se escribe junto con el efecto, para que un mensaje repetido tenga un solo efecto.',
    outbox: 'Aquí esperan los eventos hasta que el relé los publica. El relé los quita un momento después.',
    sagas: 'Una fila por saga: desde ella continúa el orquestador tras una caída.',
    saga_log: 'Cada decisión del orquestador, en orden.',
    checkpoints: 'Hasta dónde ha llegado cada proyección en el registro de eventos.',
    other: 'Las filas aparecen cuando las transacciones del servicio las escriben.',
  },
  system: 'de los patrones',
  emptyTitle: 'Aún no hay bases de datos',
  start: 'Cada servicio tiene la suya. Se abren al empezar la ejecución.',
};
