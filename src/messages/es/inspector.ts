import type { Translated } from '../catalogue.ts';
import { inspectorWords } from './inspector-words.ts';
import type { inspector as english } from '../en/inspector.ts';

export const inspector: Translated<typeof english> = {
  ...inspectorWords,
  title: 'Inspector',
  nothing: 'Nada seleccionado',
  orientation: 'Haz clic en un paso, un evento, una celda o una fila: aquí lees qué es y por qué es así.',
  close: 'Quitar selección',
  notYet: 'El cabezal está antes de esto. Avanza para verlo.',
  ids: { event: (n: string) => `Evento n.º ${n}`, message: (n: string) => `Mensaje m${n}`, record: (n: string) => `Registro ${n}`, row: 'Fila', failurePoint: 'Punto de fallo' },
  step: {
    action: 'Acción', compensation: 'Compensación', status: 'Estado', kind: 'Tipo', service: 'Servicio', attempts: 'Intentos', saga: 'Saga',
    failurePoints: 'Puntos de fallo', noFailurePoints: 'Ninguno. Arrastra uno al paso para romperlo.',
    messages: 'Mensajes', noMessages: 'Aún ninguno: la saga no ha llegado a este paso.', undoneBy: 'Lo deshace', undoes: 'Deshace', nothingUndoes: 'nada: no tiene compensación',
    events: 'Eventos', noEvents: 'Aún ninguno', noAttempt: 'aún ninguno', compensationKind: 'compensación', compensationHint: 'Deshace la acción con un hecho nuevo; se intenta hasta que sale o decide una persona',
  },
  event: {
    at: 'Confirmado en', by: 'Confirmado por', stream: 'Flujo', version: 'Versión', position: 'Posición', correlation: 'Correlación', causation: 'Causalidad', id: 'Id del evento',
    data: 'Datos', history: 'Historia del flujo', why: 'Por qué', changed: 'Cambió en las proyecciones de lectura', changedNothing: 'Aún nada: ninguna proyección lo ha incorporado, o ninguna lo sigue.', transaction: 'Transacción',
  },
  message: {
    from: 'De', to: 'Para', sent: 'Enviado en', arrives: 'Llega en', attempt: 'Intento', key: 'Clave de idempotencia', saga: 'Saga', step: 'Paso', causation: 'Causalidad', data: 'Datos', fate: 'Qué fue de él', copy: 'una copia de más', why: 'Por qué',
    travelling: 'en camino', lost: (reason: string) => `perdido: ${reason}`, undeliverable: (process: string, at: string) => `llegó a ${process} en ${at} mientras estaba caído, y se perdió`,
    handled: (by: string, at: string, note: string) => `${by} lo trató en ${at}: ${note}`,
  },
  row: {
    database: 'Base de datos', table: 'Tabla', key: 'Clave', now: 'Como está', gone: 'Ahora no está', history: 'Su historia', untouched: 'Ninguna transacción la ha cambiado.',
    initial: 'Estaba desde el principio', inserted: 'insertada', updated: 'cambiada', deleted: 'borrada', nothing: 'nada',
  },
  failurePoint: { target: 'Está en', occurrence: 'Actúa', probability: 'Probabilidad', struck: 'Ha actuado', never: 'Aún no', times: (n: string) => `${n}×`, before: (n: string) => `${n}× con el ajuste anterior`, since: 'Así desde', gone: 'Se ha quitado.', strikes: 'Dónde actuó' },
  record: {
    at: 'Tiempo', participant: 'Participante', handled: 'Trató', nothing: 'nada', came: 'En qué quedó', commit: 'Confirmado', noCommit: 'No se confirmó nada', sent: 'Envió', cancelled: 'Temporizadores cancelados', failures: 'Fallos que actuaron', why: 'Por qué', crash: 'Caída', process: 'Proceso', restart: 'Vuelve a arrancar en',
    outcome: 'Resultado', delivered: 'Mensajes entregados', writes: (count: string) => `Filas (${count})`, events: (count: string) => `Eventos (${count})`, deletedRow: 'borrada',
    invariants: 'Invariantes', holds: 'se cumple', broken: 'roto', involved: 'Por qué: estos eventos cambiaron lo que cuenta.', again: 'el mismo paso otra vez',
  },
  log: { title: (saga: string) => `Registro de ${saga}`, empty: 'Aún no ha empezado ninguna saga. Pulsa Ejecutar.', hint: 'El registro durable del orquestador: desde aquí continúa tras una caída.', reason: 'Dio la vuelta por' },
  inAll: (n: string) => `${n} en total`,
  more: (n: string) => `${n} más`,
  cut: 'Cortado: demasiado largo para mostrarlo.',
};
