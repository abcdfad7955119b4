import { area } from '../catalogue.ts';
import { inspectorWords } from './inspector-words.ts';

export const inspectorTexts = area({
  en: {
    ...inspectorWords.en,
    title: 'Inspector',
    nothing: 'Nothing selected',
    orientation: 'Click a step, an event, a cell or a row: here you read what it is, and why it is so.',
    close: 'Clear selection',
    notYet: 'The playhead is before this. Move on to see it.',
    ids: { event: (n: string) => `Event #${n}`, message: (n: string) => `Message m${n}`, record: (n: string) => `Record ${n}`, row: 'Row', failurePoint: 'Failure point' },
    step: {
      action: 'Action', compensation: 'Compensation', status: 'Status', kind: 'Kind', service: 'Service', attempts: 'Attempts', saga: 'Saga',
      failurePoints: 'Failure points', noFailurePoints: 'None. Drag one onto the step to break it.',
      messages: 'Messages', noMessages: 'None yet: the saga has not come to this step.', undoneBy: 'Undone by', undoes: 'Undoes', nothingUndoes: 'nothing: it has no compensation',
      events: 'Events', noEvents: 'None yet',
    },
    event: {
      at: 'Committed at', by: 'Committed by', stream: 'Stream', version: 'Version', position: 'Position', correlation: 'Correlation', causation: 'Causation', id: 'Event id',
      data: 'Data', history: 'Stream history', why: 'Why', changed: 'Changed in the read projections', changedNothing: 'Nothing yet: no projection has taken it in, or none follows it.', transaction: 'Transaction',
    },
    message: {
      from: 'From', to: 'To', sent: 'Sent at', arrives: 'Arrives at', attempt: 'Attempt', key: 'Idempotency key', saga: 'Saga', step: 'Step', causation: 'Causation', data: 'Data', fate: 'What became of it', copy: 'an extra copy', why: 'Why',
      travelling: 'under way', lost: (reason: string) => `lost: ${reason}`, undeliverable: (process: string, at: string) => `reached ${process} at ${at} while it was down, and is gone`,
      handled: (by: string, at: string, note: string) => `${by} took it in at ${at}: ${note}`,
    },
    row: {
      database: 'Database', table: 'Table', key: 'Key', now: 'As it is', gone: 'Not there now', history: 'Its history', untouched: 'No transaction has changed it.',
      initial: 'There from the start', inserted: 'inserted', updated: 'changed', deleted: 'deleted', nothing: 'nothing',
    },
    failurePoint: { target: 'Sits on', occurrence: 'Strikes', probability: 'Probability', struck: 'Struck', never: 'Not yet', times: (n: string) => `${n}×`, gone: 'It has been removed.', strikes: 'Where it struck' },
    record: {
      at: 'Time', participant: 'Participant', handled: 'Handled', nothing: 'nothing', came: 'What it came to', commit: 'Committed', noCommit: 'Nothing was committed', sent: 'Sent', cancelled: 'Timers cancelled', failures: 'Failures that struck', why: 'Why', crash: 'Crash', process: 'Process', restart: 'Starts again at',
      outcome: 'Outcome', delivered: 'Messages delivered', writes: (count: string) => `Rows (${count})`, events: (count: string) => `Events (${count})`, deletedRow: 'deleted',
      invariants: 'Invariants', holds: 'holds', broken: 'broken',
    },
    log: { title: (saga: string) => `Log of ${saga}`, empty: 'No saga has started yet. Press Run.', hint: 'The orchestrator’s durable log: it resumes from here after a crash.', reason: 'Turned back because of' },
    more: (n: string) => `${n} more`,
    cut: 'Cut short: too long to show.',
  },
  es: {
    ...inspectorWords.es,
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
      events: 'Eventos', noEvents: 'Aún ninguno',
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
    failurePoint: { target: 'Está en', occurrence: 'Actúa', probability: 'Probabilidad', struck: 'Ha actuado', never: 'Aún no', times: (n: string) => `${n}×`, gone: 'Se ha quitado.', strikes: 'Dónde actuó' },
    record: {
      at: 'Tiempo', participant: 'Participante', handled: 'Trató', nothing: 'nada', came: 'En qué quedó', commit: 'Confirmado', noCommit: 'No se confirmó nada', sent: 'Envió', cancelled: 'Temporizadores cancelados', failures: 'Fallos que actuaron', why: 'Por qué', crash: 'Caída', process: 'Proceso', restart: 'Vuelve a arrancar en',
      outcome: 'Resultado', delivered: 'Mensajes entregados', writes: (count: string) => `Filas (${count})`, events: (count: string) => `Eventos (${count})`, deletedRow: 'borrada',
      invariants: 'Invariantes', holds: 'se cumple', broken: 'roto',
    },
    log: { title: (saga: string) => `Registro de ${saga}`, empty: 'Aún no ha empezado ninguna saga. Pulsa Ejecutar.', hint: 'El registro durable del orquestador: desde aquí continúa tras una caída.', reason: 'Dio la vuelta por' },
    more: (n: string) => `${n} más`,
    cut: 'Cortado: demasiado largo para mostrarlo.',
  },
});
