/** What the command line says. Loaded by it alone. */
import { area } from '../catalogue.ts';

export const commandLineTexts = area({
  en: {
    help: (p: { presets: string; seed: number }) => `Usage: npm run cli -- run <file or scenario> [options]

Runs a scenario in process, to its end. <file or scenario> is a scenario document, a run file
(replayed: says whether the trace hash is the same), or one of: ${p.presets}.

  --seed <n>             seed of the random numbers (${p.seed} when not given)
  --fault <step>:<kind>  a failure point; may be given again. Longer forms:
                         process-payment:delay:ms=800:nth=2
                         process-payment.compensation:transient-error:every
                         orchestrator:crash-before-commit:nth=3
  --inbox <service>:off  without the service's inbox (--outbox likewise): to see what it is for
  --orders <n>           number of orders placed
  --events <file>        writes the event log as CloudEvents, one a line (NDJSON)
  --json                 one JSON object on one line: outcome, traceHash, events, invariants, ...
  --lang <en|es>         language of what is printed
  --help                 this

Exit code: 0 completed or compensated, every invariant kept; 1 stuck, resolved by hand, livelock,
an invariant broken, or a run file that does not replay to its hash; 2 bad input.
`,
    scenario: 'Scenario', seed: 'Seed', outcome: 'Outcome', hash: 'Trace hash', records: 'Records', events: 'Events', time: 'Virtual time', sagas: 'Sagas', invariants: 'Invariants',
    holds: 'holds', broken: 'BROKEN',
    outcomes: { completed: 'completed', compensated: 'compensated', resolved: 'resolved by hand', stuck: 'stuck, needs intervention', livelock: 'livelock' },
    replaySame: (p: { hash: string }) => `Replay: the trace hash is the file's, ${p.hash}.`,
    replayDiffers: (p: { hash: string; file: string }) => `Replay: DIFFERS. The file says ${p.file}, this run gave ${p.hash}.`,
    written: (p: { count: number; file: string }) => `Wrote ${p.count} events to ${p.file}`,
  },
  es: {
    help: (p: { presets: string; seed: number }) => `Uso: npm run cli -- run <archivo o escenario> [opciones]

Ejecuta un escenario en este proceso, hasta el final. <archivo o escenario> es un documento de
escenario, un archivo de ejecución (se repite y se dice si la huella es la misma) o uno de: ${p.presets}.

  --seed <n>             semilla de los números aleatorios (${p.seed} si no se indica)
  --fault <paso>:<tipo>  un punto de fallo; se puede repetir. Formas más largas:
                         process-payment:delay:ms=800:nth=2
                         process-payment.compensation:transient-error:every
                         orchestrator:crash-before-commit:nth=3
  --inbox <servicio>:off sin la bandeja de entrada del servicio (--outbox: de salida), para ver
                         de qué sirve
  --orders <n>           cantidad de pedidos
  --events <archivo>     escribe el registro de eventos como CloudEvents, uno por línea (NDJSON)
  --json                 un objeto JSON en una línea: outcome, traceHash, events, invariants, ...
  --lang <en|es>         idioma de lo que se imprime
  --help                 esto

Código de salida: 0 completada o compensada, con todos los invariantes; 1 atascada, resuelta a mano,
bucle sin fin, un invariante roto, o un archivo que no se repite con su huella; 2 entrada incorrecta.
`,
    scenario: 'Escenario', seed: 'Semilla', outcome: 'Resultado', hash: 'Huella', records: 'Registros', events: 'Eventos', time: 'Tiempo virtual', sagas: 'Sagas', invariants: 'Invariantes',
    holds: 'se cumple', broken: 'ROTO',
    outcomes: { completed: 'completada', compensated: 'compensada', resolved: 'resuelta a mano', stuck: 'atascada, requiere intervención', livelock: 'bucle sin fin' },
    replaySame: (p: { hash: string }) => `Repetición: la huella es la del archivo, ${p.hash}.`,
    replayDiffers: (p: { hash: string; file: string }) => `Repetición: DISTINTA. El archivo dice ${p.file}, esta ejecución dio ${p.hash}.`,
    written: (p: { count: number; file: string }) => `${p.count} eventos escritos en ${p.file}`,
  },
});
export type CommandLineTexts = (typeof commandLineTexts)['en'];
