import { area } from '../catalogue.ts';

export const playbackTexts = area({
  en: {
    title: 'Playback', run: 'Run', pause: 'Pause', step: 'Step', restart: 'Restart', timeline: 'Timeline', speed: 'Speed', undo: 'Undo', redo: 'Redo',
    runHint: 'Space', stepHint: 'one record on, →', restartHint: 'from the start, Home', undoHint: 'Ctrl+Z', redoHint: 'Ctrl+Shift+Z',
    time: (p: { time: string }) => `t = ${p.time}`,
    position: (p: { time: string; end: string }) => `${p.time} of ${p.end}`,
    marks: { commit: 'committed', compensation: 'compensation', failure: 'failure', intervention: 'intervention', end: 'end of the run' },
    past: 'You are in the past. What you change here starts a new branch.',
    toEnd: 'To the latest',
    loadMore: 'Workload',
    shortcuts: 'Keys',
    keys: {
      space: 'Run or pause', right: 'One record on', home: 'Restart', undo: 'Undo or redo a failure point', escape: 'Put the failure down',
      enter: 'On a failure: take it in the hand. On a step: place it, or inspect the step', arrows: 'In the flow: from step to step; up and down: action and compensation', del: 'On a failure’s badge: remove it', help: 'This help',
    },
    keyNames: { space: 'Space', right: '→', home: 'Home', escape: 'Esc', enter: 'Enter', del: 'Delete', arrows: '← → ↑ ↓' },
    what: 'A run is a pure function of scenario, seed and what you do. Everything on the screen is what really happened: services run in workers, with databases of their own; a crash ends a worker.',
    legendTitle: 'What the states mean',
    states: {
      idle: 'Nothing has happened yet', running: 'Its command is under way or being handled', retrying: 'Failed or no answer; tried again with the same key', committed: 'Durable in the service’s database',
      failed: 'Definitely not done', unknown: 'No answer in time: it may have been done', compensating: 'Being undone with a new fact', compensated: 'Undone; both facts stay in the log', stuck: 'Cannot go on: a person has to decide', skipped: 'Not needed, or passed over by hand',
    },
  },
  es: {
    title: 'Reproducción', run: 'Ejecutar', pause: 'Pausar', step: 'Paso', restart: 'Reiniciar', timeline: 'Línea de tiempo', speed: 'Velocidad', undo: 'Deshacer', redo: 'Rehacer',
    runHint: 'Espacio', stepHint: 'un registro más, →', restartHint: 'desde el principio, Inicio', undoHint: 'Ctrl+Z', redoHint: 'Ctrl+Mayús+Z',
    time: (p: { time: string }) => `t = ${p.time}`,
    position: (p: { time: string; end: string }) => `${p.time} de ${p.end}`,
    marks: { commit: 'confirmado', compensation: 'compensación', failure: 'fallo', intervention: 'intervención', end: 'fin de la ejecución' },
    past: 'Estás en el pasado. Lo que cambies aquí abre una rama nueva.',
    toEnd: 'A lo último',
    loadMore: 'Carga',
    shortcuts: 'Teclas',
    keys: {
      space: 'Ejecutar o pausar', right: 'Un registro más', home: 'Reiniciar', undo: 'Deshacer o rehacer un punto de fallo', escape: 'Soltar el fallo',
      enter: 'Sobre un fallo: tomarlo. Sobre un paso: colocarlo, o inspeccionar el paso', arrows: 'En el flujo: de paso en paso; arriba y abajo: acción y compensación', del: 'Sobre la marca de un fallo: quitarlo', help: 'Esta ayuda',
    },
    keyNames: { space: 'Espacio', right: '→', home: 'Inicio', escape: 'Esc', enter: 'Intro', del: 'Supr', arrows: '← → ↑ ↓' },
    what: 'Una ejecución es función pura del escenario, la semilla y lo que haces. Todo lo que ves ocurrió de verdad: los servicios corren en workers, con bases de datos propias; una caída termina un worker.',
    legendTitle: 'Qué significan los estados',
    states: {
      idle: 'Aún no ha pasado nada', running: 'Su comando viaja o se está atendiendo', retrying: 'Falló o no hubo respuesta; se intenta de nuevo con la misma clave', committed: 'Durable en la base de datos del servicio',
      failed: 'Con certeza no se hizo', unknown: 'Sin respuesta a tiempo: quizá se hizo', compensating: 'Se está deshaciendo con un hecho nuevo', compensated: 'Deshecho; ambos hechos quedan en el registro', stuck: 'No puede seguir: debe decidir una persona', skipped: 'No hace falta, o se omitió a mano',
    },
  },
});
