import { area, plural } from '../catalogue.ts';
import { problemsTexts } from './problems.ts';

type Params = Readonly<Record<string, string | number>>;
/** Where and what: `saga.steps[2].service, line 12, column 7: ...`. */
function problem(locale: 'en' | 'es', p: Params): string {
  const texts: Readonly<Record<string, string | ((p: Params) => string)>> = problemsTexts[locale];
  const text = texts[String(p['code'])];
  const place = [p['path'], 'line' in p ? problemsTexts[locale].place(p) : ''].filter(Boolean).join(', ');
  return `${place === '' ? '' : `${place}: `}${typeof text === 'function' ? text(p) : (text ?? p['code'])}`;
}

/** Notices of the session: `session.<key>`. */
export const sessionTexts = area({
  en: {
    recovered: (p: Params) =>
      `Power was lost after ${p['records']} records. The databases hold ${p['commits']} ${plural(Number(p['commits']), 'commit', 'commits')}; the state was rebuilt from them. Run goes on from there.`,
    restored: (p: Params) => `This run had ended; it was restored from its databases, trace hash ${p['hash']}.`,
    recoveryFailed: (p: Params) => `The saved run could not be continued: ${p['reason']}. A new run begins.`,
    memoryOnly: (p: Params) => `This browser refuses storage (${p['reason']}): the run lives in memory and ends with this tab.`,
    processFailed: (p: Params) => `${p['process']} failed at record ${p['seq']}: ${p['reason']}. Run recovers from the databases.`,
    storageFull: (p: Params) => `No room left in this browser's storage: ${p['process']} could not commit (record ${p['seq']}). Nothing of it was written. Free some room, then Run.`,
    notSaved: (p: Params) => `The run could not be saved (${p['reason']}): a reload may not bring it back.`,
    forked: (p: Params) => `Forked at ${p['at']} ms. The run that you left is kept as branch ${p['branch']}.`,
    imported: (p: Params) => `${p['file']} replays to the same trace hash: ${p['hash']}.`,
    importedDiffers: (p: Params) => `${p['file']} does not replay to its trace hash: ${p['hash']} instead of ${p['expected']}.`,
    importProblem: (p: Params) => `${p['file']} could not be opened. ${problem('en', p)}`,
    importFailed: (p: Params) => `${p['file']} does not replay: ${p['reason']}`,
    actionFailed: (p: Params) => `That could not be done: ${p['reason']}`,
  },
  es: {
    recovered: (p: Params) =>
      `Se cortó la corriente tras ${p['records']} registros. Las bases de datos contienen ${p['commits']} ${plural(Number(p['commits']), 'confirmación', 'confirmaciones')}; el estado se reconstruyó a partir de ellas. Ejecutar continúa desde ahí.`,
    restored: (p: Params) => `Esta ejecución había terminado; se restauró de sus bases de datos, huella ${p['hash']}.`,
    recoveryFailed: (p: Params) => `No se pudo continuar la ejecución guardada: ${p['reason']}. Comienza una nueva.`,
    memoryOnly: (p: Params) => `Este navegador niega el almacenamiento (${p['reason']}): la ejecución vive en memoria y termina con esta pestaña.`,
    processFailed: (p: Params) => `${p['process']} falló en el registro ${p['seq']}: ${p['reason']}. Ejecutar recupera el estado desde las bases de datos.`,
    storageFull: (p: Params) => `No queda espacio en el almacenamiento del navegador: ${p['process']} no pudo confirmar (registro ${p['seq']}). No se escribió nada. Libera espacio y pulsa Ejecutar.`,
    notSaved: (p: Params) => `No se pudo guardar la ejecución (${p['reason']}): una recarga podría no recuperarla.`,
    forked: (p: Params) => `Bifurcación en ${p['at']} ms. La ejecución que dejaste se conserva como rama ${p['branch']}.`,
    imported: (p: Params) => `${p['file']} reproduce la misma huella: ${p['hash']}.`,
    importedDiffers: (p: Params) => `${p['file']} no reproduce su huella: da ${p['hash']} en lugar de ${p['expected']}.`,
    importProblem: (p: Params) => `No se pudo abrir ${p['file']}. ${problem('es', p)}`,
    importFailed: (p: Params) => `${p['file']} no se puede reproducir: ${p['reason']}`,
    actionFailed: (p: Params) => `No se pudo hacer: ${p['reason']}`,
  },
});
