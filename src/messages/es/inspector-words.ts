import type { Translated } from '../catalogue.ts';
import type { inspectorWords as english } from '../en/inspector-words.ts';

export const inspectorWords: Translated<typeof english> = {
  orchestrator: 'Orquestador', projector: 'Proyector', client: 'Cliente',
  relayOf: (service: string) => `Relé de ${service}`,
  projectionOf: (name: string) => `Proyección «${name}»`,
  notes: {
    handled: 'hecho', duplicate: 'un duplicado: contestado desde la bandeja de entrada', discarded: 'descartado: nadie lo espera', 'null-compensation': 'nada que deshacer: anotado sin efecto',
    'refused-late': 'rechazado: ya estaba compensado', recovered: 'continuó tras el rearranque', rejected: 'rechazado', transient: 'falló por el momento', published: 'publicó la bandeja de salida',
    marked: 'quitó de la bandeja de salida lo publicado', 'caught-up': 'envió lo que faltaba', projected: 'puso al día la vista', waiting: 'espera un evento anterior', workload: 'pedidos de la carga',
    crashed: 'se cayó antes de confirmar', started: 'empezó la saga', committed: 'anotó el paso como confirmado', failed: 'anotó el fallo y dio la vuelta', unknown: 'anotó un resultado desconocido y dio la vuelta',
    retry: 'espera y lo intenta de nuevo', 'timed-out': 'sin respuesta a tiempo: espera y lo intenta de nuevo', 'sent-again': 'envió el comando otra vez', queried: 'pregunta si ocurrió', compensated: 'anotó la compensación',
    stuck: 'requiere intervención', 'retried-by-hand': 'reintentado a mano', 'skipped-by-hand': 'omitido a mano', 'resolved-by-hand': 'resuelto a mano',
  },
  entries: {
    started: 'empezó', committed: 'confirmado', failed: 'fallido', unknown: 'resultado desconocido', retry: 'falló, reintentará', 'timed-out': 'sin respuesta a tiempo', 'sent-again': 'enviado otra vez', queried: 'preguntó por el resultado',
    compensated: 'compensado', stuck: 'atascado', 'retried-by-hand': 'reintentado a mano', 'skipped-by-hand': 'omitido a mano', 'resolved-by-hand': 'resuelto a mano',
  },
  reasons: {
    'out-of-stock': 'sin existencias', 'insufficient-funds': 'fondos insuficientes', 'order-exists': 'el pedido ya existe', 'unknown-customer': 'cliente desconocido', timeout: 'sin respuesta a tiempo',
    'business-rejection': 'rechazo de negocio', 'transient-error': 'error transitorio', 'compensation-failure': 'fallo de compensación', 'poison-event': 'evento venenoso',
    'never-happened': 'nunca ocurrió', cancelled: 'ya estaba compensado', rejected: 'rechazado',
  },
  messageKinds: { command: 'Comando', reply: 'Respuesta', event: 'Evento', timer: 'Temporizador' },
  messageTypes: { 'start-saga': 'Empezar la saga', reply: 'Respuesta', deadline: 'Plazo', 'back-off': 'Fin de la espera', 'relay-poll': 'Mirar la bandeja de salida', 'relay-mark': 'Quitar de la bandeja de salida', 'catch-up': 'Enviar lo que me perdí', resolve: 'Decisión a mano' },
  losses: { 'lost-request': 'la petición nunca llega', 'lost-reply': 'la respuesta nunca llega', partition: 'la red estaba cortada', 'receiver-down': 'el receptor estaba caído', 'sender-crashed': 'el emisor se cayó antes de enviar', 'power-loss': 'corte de luz' },
  recordKinds: { 'run-started': 'Inicio de la ejecución', transition: 'Transacción', undeliverable: 'No entregable', crashed: 'Caída', restarted: 'Rearranque', intervention: 'Intervención', 'run-ended': 'Fin de la ejecución' },
  actions: { 'add-failure-point': 'colocó un fallo', 'change-failure-point': 'cambió un fallo', 'remove-failure-point': 'quitó un fallo', 'place-order': 'hizo un pedido', resolve: 'decidió sobre una saga atascada', crash: 'tiró un proceso', 'power-loss': 'cortó la luz' },
  person: 'Una persona',
  crashCauses: { crash: 'a mano', 'power-loss': 'corte de luz', 'crash-before-commit': 'antes de confirmar', 'crash-after-commit': 'después de confirmar' },
  moments: { 'before-commit': 'antes de confirmar: no queda nada', 'after-commit': 'después de confirmar: hecho, y nadie lo supo' },
  tables: { events: 'eventos', inbox: 'bandeja de entrada', outbox: 'bandeja de salida', sagas: 'sagas', saga_log: 'registro de la saga', checkpoints: 'puntos de control', dead_letters: 'cartas muertas' },
};
