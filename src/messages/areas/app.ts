import { area } from '../catalogue.ts';
import { problemsTexts } from './problems.ts';

type Params = Readonly<Record<string, string | number>>;
function problem(locale: 'en' | 'es', p: Params): string {
  const texts: Readonly<Record<string, string | ((p: Params) => string)>> = problemsTexts[locale];
  const text = texts[String(p['code'])];
  return `${p['path'] ? `${p['path']}: ` : ''}${typeof text === 'function' ? text(p) : (text ?? p['code'])}`;
}

export const appTexts = area({
  en: {
    tagline: 'Break a distributed transaction, and watch it recover',
    scenario: 'Scenario',
    seed: 'Seed',
    seedHint: 'The same scenario, seed and failures always give the same run',
    outcome: 'Run outcome',
    outcomes: {
      ready: 'ready', starting: 'starting', running: 'running', paused: 'paused', compensating: 'compensating',
      completed: 'completed', compensated: 'compensated', resolved: 'resolved by hand', stuck: 'stuck, needs intervention', livelock: 'livelock',
    },
    outcomeOf: (p: { outcome: string; count: string; all: string }) => `${p.outcome} · ${p.count} of ${p.all}`,
    hash: 'Trace hash',
    hashHint: 'Fingerprint of everything that happened. Equal hashes: equal runs.',
    language: 'Español',
    darkTheme: 'Dark theme',
    lightTheme: 'Light theme',
    help: 'Help',
    close: 'Close',
    cancel: 'Cancel',
    inspector: 'Inspector',
    openInspector: 'Show inspector',
    closeInspector: 'Hide inspector',
    tabs: 'Panels',
    tabLog: 'Log and projections',
    tabLogShort: 'Log',
    tabProjections: 'Projections',
    tabDatabases: 'Databases',
    memoryOnly: 'This browser refuses storage: the run lives in memory and ends with this tab.',
    linkProblem: (p: Params) => `This link could not be opened. ${problem('en', p)}`,
    dismiss: 'Dismiss',
    notices: 'Notices',
  },
  es: {
    tagline: 'Rompe una transacción distribuida y mira cómo se recupera',
    scenario: 'Escenario',
    seed: 'Semilla',
    seedHint: 'El mismo escenario, semilla y fallos dan siempre la misma ejecución',
    outcome: 'Resultado de la ejecución',
    outcomes: {
      ready: 'lista', starting: 'iniciando', running: 'en curso', paused: 'en pausa', compensating: 'compensando',
      completed: 'completada', compensated: 'compensada', resolved: 'resuelta a mano', stuck: 'atascada, requiere intervención', livelock: 'bucle sin fin',
    },
    outcomeOf: (p: { outcome: string; count: string; all: string }) => `${p.outcome} · ${p.count} de ${p.all}`,
    hash: 'Huella de la traza',
    hashHint: 'Huella de todo lo ocurrido. Huellas iguales: ejecuciones iguales.',
    language: 'English',
    darkTheme: 'Tema oscuro',
    lightTheme: 'Tema claro',
    help: 'Ayuda',
    close: 'Cerrar',
    cancel: 'Cancelar',
    inspector: 'Inspector',
    openInspector: 'Mostrar inspector',
    closeInspector: 'Ocultar inspector',
    tabs: 'Paneles',
    tabLog: 'Registro y proyecciones',
    tabLogShort: 'Registro',
    tabProjections: 'Proyecciones',
    tabDatabases: 'Bases de datos',
    memoryOnly: 'Este navegador niega el almacenamiento: la ejecución vive en memoria y termina con esta pestaña.',
    linkProblem: (p: Params) => `No se pudo abrir este enlace. ${problem('es', p)}`,
    dismiss: 'Descartar',
    notices: 'Avisos',
  },
});
