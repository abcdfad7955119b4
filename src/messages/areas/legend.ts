/** What the shapes and colours of the flow and the timeline mean. Loaded when somebody asks. */
import { area } from '../catalogue.ts';

export const legendTexts = area({
  en: {
    title: 'Legend', messages: 'Messages under way', timeline: 'Marks on the timeline', other: 'Elsewhere',
    looks: {
      command: 'Command: do this', compensation: 'Command: undo this', 'reply-ok': 'Reply: done', 'reply-no': 'Reply: refused or failed', event: 'Event: a committed fact, on its way to the read side',
      lost: 'Lost: it goes half its way and fades', copy: 'With a shadow: a copy of a message that was sent before',
    },
    marks: { commit: 'Something was committed', compensation: 'A compensation was committed', failure: 'A failure struck', intervention: 'A person intervened', end: 'The end of the run' },
    past: 't = 400 ms', pastWhat: 'Time in this colour: you are in the past. What you change there starts a new branch.',
    hash: '7f0cfb9a', hashWhat: 'Trace hash: a fingerprint of everything that happened. Equal hashes: equal runs.',
  },
  es: {
    title: 'Leyenda', messages: 'Mensajes en camino', timeline: 'Marcas en la línea de tiempo', other: 'En otros sitios',
    looks: {
      command: 'Comando: haz esto', compensation: 'Comando: deshaz esto', 'reply-ok': 'Respuesta: hecho', 'reply-no': 'Respuesta: rechazado o fallido', event: 'Evento: un hecho confirmado, camino del lado de lectura',
      lost: 'Perdido: llega a medio camino y se desvanece', copy: 'Con sombra: copia de un mensaje ya enviado',
    },
    marks: { commit: 'Algo se confirmó', compensation: 'Se confirmó una compensación', failure: 'Ocurrió un fallo', intervention: 'Intervino una persona', end: 'El fin de la ejecución' },
    past: 't = 400 ms', pastWhat: 'El tiempo en este color: estás en el pasado. Lo que cambies ahí abre una rama nueva.',
    hash: '7f0cfb9a', hashWhat: 'Huella de la traza: resume todo lo ocurrido. Huellas iguales: ejecuciones iguales.',
  },
});
