import { plural } from '../catalogue.ts';
import type { Params } from '../catalogue.ts';

/** Notices of the session: `session.<key>`. */
export const session = {
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
  importProblem: (p: Params) => `${p['file']} could not be opened. ${p['problem']}`,
  importFailed: (p: Params) => `${p['file']} does not replay: ${p['reason']}`,
  actionFailed: (p: Params) => `That could not be done: ${p['reason']}`,
  orderRefused: (p: Params) => `The order was not placed. ${p['problem']}`,
};
