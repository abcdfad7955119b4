import { plural } from '../catalogue.ts';
import type { Params, Translated } from '../catalogue.ts';
import type { session as english } from '../en/session.ts';

export const session: Translated<typeof english> = {
  recovered: (p: Params) =>
    `Se cortó la corriente tras ${p['records']} registros. Las bases de datos contienen ${p['commits']} ${plural(Number(p['commits']), 'confirmación', 'confirmaciones')}; el estado se reconstruyó a partir de ellas. Ejecutar continúa desde ahí.`,
  recoveredFromFailure: (p: Params) =>
    `La ejecución se detuvo tras ${p['records']} registros. El estado se reconstruyó a partir de las bases de datos, que contienen ${p['commits']} ${plural(Number(p['commits']), 'confirmación', 'confirmaciones')}; todos los procesos arrancan de nuevo desde ellas. Ejecutar continúa desde ahí.`,
  restored: (p: Params) => `Esta ejecución había terminado; se restauró de sus bases de datos, huella ${p['hash']}.`,
  recoveryFailed: (p: Params) => `No se pudo continuar la ejecución guardada: ${p['reason']}. Comienza una nueva.`,
  otherEngine: (p: Params) => `La ejecución guardada se hizo con otra versión de Sagascope (motor ${p['engine']}, este es el ${p['own']}): aquí no se puede continuar. Se conserva tal cual unos días y se puede exportar. Comienza una nueva.`,
  exportSaved: 'Exportar la ejecución guardada',
  notExported: (p: Params) => `No se pudo exportar la ejecución guardada: ${p['reason']}`,
  memoryOnly: (p: Params) => `Este navegador niega el almacenamiento (${p['reason']}): la ejecución vive en memoria y termina con esta pestaña.`,
  processFailed: (p: Params) => `${p['process']} falló en el registro ${p['seq']}: ${p['reason']}. Ejecutar recupera el estado desde las bases de datos.`,
  storageFull: (p: Params) => `No queda espacio en el almacenamiento del navegador: ${p['process']} no pudo confirmar (registro ${p['seq']}). No se escribió nada. Libera espacio y pulsa Ejecutar.`,
  notSaved: (p: Params) => `No se pudo guardar la ejecución (${p['reason']}): una recarga podría no recuperarla.`,
  forked: (p: Params) => `Bifurcación en ${p['at']} ms. La ejecución que dejaste se conserva como rama ${p['branch']}.`,
  imported: (p: Params) => `${p['file']} reproduce la misma huella: ${p['hash']}.`,
  importedDiffers: (p: Params) => `${p['file']} no reproduce su huella: da ${p['hash']} en lugar de ${p['expected']}.`,
  importedOtherEngine: (p: Params) => `${p['file']} se hizo con otra versión de Sagascope (motor ${p['engine']}, este es el ${p['own']}). Aquí se ejecuta de otro modo: da ${p['hash']} en lugar de ${p['expected']}.`,
  importFailedOtherEngine: (p: Params) => `${p['file']} se hizo con otra versión de Sagascope (motor ${p['engine']}, este es el ${p['own']}) y aquí no se puede reproducir: ${p['reason']}`,
  importProblem: (p: Params) => `No se pudo abrir ${p['file']}. ${p['problem']}`,
  importFailed: (p: Params) => `${p['file']} no se puede reproducir: ${p['reason']}`,
  readOnly: (p: Params) => `Estás viendo la rama ${p['branch']}, que es de solo lectura. Vuelve a la ejecución actual para cambiar algo.`,
  actionFailed: (p: Params) => `No se pudo hacer: ${p['reason']}`,
  orderRefused: (p: Params) => `No se hizo el pedido. ${p['problem']}`,
  reasons: {
    'database-missing': (p: Params) => `falta la base de datos de ${p['process']}`,
    'other-scenario': 'una base de datos se creó para otro escenario',
    'trace-differs': 'al reproducirla no deja la traza que se guardó',
    'contents-differ': (p: Params) => `las bases de datos no contienen lo que la ejecución registrada dejó en ellas (${p['place']})`,
    'ended-early': (p: Params) => `terminó tras ${p['records']} registros, antes de la intervención en ${p['seq']}`,
    'does-not-fit': (p: Params) => `la intervención en el registro ${p['seq']} no encaja ahí`,
    'replay-cancelled': 'la detuviste',
    'replay-too-long': (p: Params) => `supera el máximo que se reproduce: ${p['most']} ${plural(Number(p['most']), 'millón', 'millones')} de entregas`,
    'storage-full': 'no queda espacio en el almacenamiento del navegador',
    'worker-not-loaded': 'no se pudo cargar el código de su proceso',
  },
  replaying: (p: { count: string }) => `Reproduciendo: ${p.count} entregas hasta ahora`,
  stopReplay: 'Detener',
};
