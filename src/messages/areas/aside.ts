/** What was put aside: dead letters of projections, sagas that wait for a person. Loaded when there are any. */
import { area, plural } from '../catalogue.ts';

export const asideTexts = area({
  en: {
    letters: (count: number, shown: string) => `${shown} ${plural(count, 'dead letter', 'dead letters')}`,
    lettersHint: 'Events that this view could not take, or never got. It went on without them: what it shows may be wrong.',
    reasons: { 'poison-event': 'could not be taken in', lost: 'never arrived: it was committed, and not published' },
    unknownType: 'event',
    list: 'Work list',
    listOf: (count: number, shown: string) => `Work list: ${shown} stuck`,
    listHint: 'All sagas that wait for a person',
    listTitle: 'Sagas that wait for a person',
    since: (p: { time: string; tries: string }) => `stuck since ${p.time}, after ${p.tries} attempts`,
    because: (p: { reason: string }) => `turned back because of: ${p.reason}`,
    reasonFor: (p: { saga: string }) => `Reason for ${p.saga}`,
    decideFor: (p: { choice: string; saga: string }) => `${p.choice}: ${p.saga}`,
    none: 'No saga is stuck any more.',
    follow: (p: { saga: string }) => `Show ${p.saga} in the flow`,
  },
  es: {
    letters: (count: number, shown: string) => `${shown} ${plural(count, 'carta muerta', 'cartas muertas')}`,
    lettersHint: 'Eventos que esta vista no pudo tomar, o que nunca recibió. Siguió sin ellos: lo que muestra puede ser falso.',
    reasons: { 'poison-event': 'no se pudo incorporar', lost: 'nunca llegó: se confirmó y no se publicó' },
    unknownType: 'evento',
    list: 'Pendientes',
    listOf: (count: number, shown: string) => `Pendientes: ${shown} ${plural(count, 'atascada', 'atascadas')}`,
    listHint: 'Todas las sagas que esperan a una persona',
    listTitle: 'Sagas que esperan a una persona',
    since: (p: { time: string; tries: string }) => `atascada desde ${p.time}, tras ${p.tries} intentos`,
    because: (p: { reason: string }) => `dio la vuelta por: ${p.reason}`,
    reasonFor: (p: { saga: string }) => `Motivo para ${p.saga}`,
    decideFor: (p: { choice: string; saga: string }) => `${p.choice}: ${p.saga}`,
    none: 'Ya no hay ninguna saga atascada.',
    follow: (p: { saga: string }) => `Mostrar ${p.saga} en el flujo`,
  },
});
