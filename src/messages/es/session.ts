import { plural } from '../catalogue.ts';
import type { Params, Translated } from '../catalogue.ts';
import type { session as english } from '../en/session.ts';

export const session: Translated<typeof english> = {
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
  importProblem: (p: Params) => `No se pudo abrir ${p['file']}. ${p['problem']}`,
  importFailed: (p: Params) => `${p['file']} no se puede reproducir: ${p['reason']}`,
  actionFailed: (p: Params) => `No se pudo hacer: ${p['reason']}`,
  orderRefused: (p: Params) => `No se hizo el pedido. ${p['problem']}`,
};
