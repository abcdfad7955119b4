import { plural } from '../catalogue.ts';
import type { Params } from '../catalogue.ts';

/** Notices of the session: `session.<key>`. */
export const session = {
  recovered: (p: Params) =>
    `Power was lost after ${p['records']} records. The databases hold ${p['commits']} ${plural(Number(p['commits']), 'commit', 'commits')}; the state was rebuilt from them. Run goes on from there.`,
  recoveredFromFailure: (p: Params) =>
    `The run stood still after ${p['records']} records. Its state was rebuilt from the databases, which hold ${p['commits']} ${plural(Number(p['commits']), 'commit', 'commits')}; every process starts again from them. Run goes on from there.`,
  restored: (p: Params) => `This run had ended; it was restored from its databases, trace hash ${p['hash']}.`,
  recoveryFailed: (p: Params) => `The saved run could not be continued: ${p['reason']}. A new run begins.`,
  otherEngine: (p: Params) => `The saved run was made by another version of Sagascope (engine ${p['engine']}, this is ${p['own']}): it cannot be continued here. It is kept as it is for some days, and can be exported. A new run begins.`,
  exportSaved: 'Export the saved run',
  notExported: (p: Params) => `The saved run could not be exported: ${p['reason']}`,
  memoryOnly: (p: Params) => `This browser refuses storage (${p['reason']}): the run lives in memory and ends with this tab.`,
  processFailed: (p: Params) => `${p['process']} failed at record ${p['seq']}: ${p['reason']}. Run recovers from the databases.`,
  storageFull: (p: Params) => `No room left in this browser's storage: ${p['process']} could not commit (record ${p['seq']}). Nothing of it was written. Free some room, then Run.`,
  notSaved: (p: Params) => `The run could not be saved (${p['reason']}): a reload may not bring it back.`,
  forked: (p: Params) => `Forked at ${p['at']} ms. The run that you left is kept as branch ${p['branch']}.`,
  imported: (p: Params) => `${p['file']} replays to the same trace hash: ${p['hash']}.`,
  importedDiffers: (p: Params) => `${p['file']} does not replay to its trace hash: ${p['hash']} instead of ${p['expected']}.`,
  importedOtherEngine: (p: Params) => `${p['file']} was made by another version of Sagascope (engine ${p['engine']}, this is ${p['own']}). Here it runs differently: ${p['hash']} instead of ${p['expected']}.`,
  importFailedOtherEngine: (p: Params) => `${p['file']} was made by another version of Sagascope (engine ${p['engine']}, this is ${p['own']}) and does not replay here: ${p['reason']}`,
  importProblem: (p: Params) => `${p['file']} could not be opened. ${p['problem']}`,
  importFailed: (p: Params) => `${p['file']} does not replay: ${p['reason']}`,
  readOnly: (p: Params) => `You are looking at branch ${p['branch']}, which can only be read. Go back to the current run to change something.`,
  actionFailed: (p: Params) => `That could not be done: ${p['reason']}`,
  orderRefused: (p: Params) => `The order was not placed. ${p['problem']}`,
  /** Ends of the sentences above: why. */
  reasons: {
    'database-missing': (p: Params) => `the database of ${p['process']} is missing`,
    'other-scenario': 'a database was laid out for another scenario',
    'trace-differs': 'replayed, it does not leave the trace that was saved',
    'contents-differ': (p: Params) => `the databases do not hold what the recorded run left in them (${p['place']})`,
    'ended-early': (p: Params) => `it ended after ${p['records']} records, before the intervention at ${p['seq']}`,
    'does-not-fit': (p: Params) => `the intervention at record ${p['seq']} does not fit there`,
    'replay-cancelled': 'you stopped it',
    'replay-too-long': (p: Params) => `it is longer than the ${p['most']} million deliveries that are replayed at most`,
    'storage-full': 'no room is left in this browser\'s storage',
    'worker-not-loaded': 'the code of its worker could not be loaded',
  },
  replaying: (p: { count: string }) => `Replaying: ${p.count} deliveries so far`,
  stopReplay: 'Stop',
};
