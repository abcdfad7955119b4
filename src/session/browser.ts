/** The session's dependencies in a browser. */
import { lateHosts } from './hosts/late-hosts.ts';
import { workerHosts } from './hosts/worker-hosts.ts';
import { openLibrary } from './library.ts';
import type { Opening, TabMemory } from './saved-run.ts';
import { browserRunLocks } from './run-locks.ts';
import type { SessionDependencies } from './session-core.ts';
import { browserTicker } from './ticker.ts';

const KEY = 'sagascope-run';

/** sessionStorage belongs to one tab and survives its reload; it may be refused. */
const tabMemory: TabMemory = {
  get() {
    try {
      return sessionStorage.getItem(KEY);
    } catch {
      return null;
    }
  },
  set(run) {
    try {
      sessionStorage.setItem(KEY, run);
    } catch { /* a reload then begins anew, or takes the run for one of a dead tab */ }
  },
};

function newRunName(): string {
  const [random] = crypto.getRandomValues(new Uint32Array(1));
  return `${Date.now().toString(36)}-${random!.toString(36)}`;
}

/** Workers with IndexedDB where the browser grants it, else memory. */
export function browserDependencies(opening: Opening): SessionDependencies {
  const stores = typeof indexedDB !== 'undefined' && typeof Worker !== 'undefined';
  const fallback = lateHosts('memory', async () => (await import('./hosts/local-hosts.ts')).memoryHosts());
  return {
    opening, fallback,
    hosts: stores ? workerHosts() : fallback,
    library: stores ? openLibrary() : null,
    ticker: browserTicker,
    locks: browserRunLocks(tabMemory.get()),
    tab: tabMemory,
    newRunName,
    wallClock: () => Date.now(),
  };
}
