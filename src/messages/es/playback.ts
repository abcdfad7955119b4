import type { Translated } from '../catalogue.ts';
import type { playback as english } from '../en/playback.ts';

export const playback: Translated<typeof english> = {
  title: 'Reproducción', run: 'Ejecutar', pause: 'Pausar', step: 'Paso', restart: 'Reiniciar', timeline: 'Línea de tiempo', speed: 'Velocidad', undo: 'Deshacer', redo: 'Rehacer',
  runHint: 'Espacio', stepHint: 'un registro más, →', restartHint: 'desde el principio, Inicio', undoHint: 'Ctrl+Z', redoHint: 'Ctrl+Mayús+Z',
  time: (p: { time: string }) => `t = ${p.time}`,
  position: (p: { time: string; end: string }) => `${p.time} de ${p.end}`,
  marks: { commit: 'confirmado', compensation: 'compensación', failure: 'fallo', intervention: 'intervención', end: 'fin de la ejecución' },
  moreMarks: (p: { n: string }) => `y ${p.n} más aquí`,
  past: 'Estás en el pasado. Lo que cambies aquí abre una rama nueva.',
  branches: (p: { count: string }) => `Ejecuciones conservadas: ${p.count}`,
  difference: 'La primera diferencia con la rama con que se comparó',
  toEnd: 'A lo último',
  loadMore: 'Carga',
  shortcuts: 'Teclas',
  keys: {
    scrub: 'En la línea de tiempo: atrás y adelante', space: 'Ejecutar o pausar', right: 'Un registro más', home: 'Reiniciar', undo: 'Deshacer o rehacer un punto de fallo', escape: 'Soltar el fallo',
    enter: 'Sobre un fallo: tomarlo. Sobre un paso: colocarlo, o inspeccionar el paso', arrows: 'En el flujo: de paso en paso; arriba y abajo: acción y compensación', del: 'Sobre la marca de un fallo: quitarlo', help: 'Esta ayuda',
  },
  keyNames: { space: 'Espacio', right: '→', home: 'Inicio', escape: 'Esc', enter: 'Intro', del: 'Supr', arrows: '← → ↑ ↓' },
  what: 'Una ejecución es función pura del escenario, la semilla y lo que haces. Todo lo que ves ocurrió de verdad: los servicios corren en workers, con bases de datos propias; una caída termina un worker.',
  legendTitle: 'Qué significan los estados',
  states: {
    idle: 'Aún no ha pasado nada', running: 'Su comando viaja o se está atendiendo', retrying: 'Falló o no hubo respuesta; se intenta de nuevo con la misma clave', committed: 'Durable en la base de datos del servicio',
    failed: 'Con certeza no se hizo', unknown: 'Sin respuesta a tiempo: quizá se hizo', compensating: 'Se está deshaciendo con un hecho nuevo', compensated: 'Deshecho; ambos hechos quedan en el registro', stuck: 'No puede seguir: debe decidir una persona', skipped: 'No hace falta, o se omitió a mano',
  },
};
