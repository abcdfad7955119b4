/** A session that holds still: a trace that the measurement makes grow, and no driver. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Session } from '#session/state.ts';
import type { ScenarioDocument } from '#scenarios/document.ts';
import type { FailurePoint, TraceRecord } from '#trace/records.ts';

const nothing = (): void => {};
const soon = async (): Promise<void> => {};

export function stillSession(scenario: ScenarioDocument, trace: TraceRecord[], failurePoints: readonly FailurePoint[]): StoreApi<Session> {
  const last = trace.at(-1);
  return createStore<Session>()((set) => ({
    scenario, seed: 7, failurePoints, trace, length: trace.length, hash: '3f9a01c2b7d4e866', phase: 'paused', playing: false, playhead: { seq: trace.length, at: last?.at ?? 0 },
    speed: 1, saga: null, selection: null, armed: null, branches: [], viewed: null, compared: null, lookAt: nothing, compare: nothing, canUndo: false, canRedo: false, notices: [], replayed: null, storage: 'indexeddb', run: 'k3f9',
    play: nothing, pause: nothing, step: soon, restart: soon, setSpeed: nothing, setSeed: soon, setWorkload: soon, setMessaging: soon, open: soon, addFailurePoint: nothing,
    changeFailurePoint: nothing, removeFailurePoint: nothing, undo: nothing, redo: nothing, placeOrder: nothing, resolve: nothing, crash: nothing,
    notify: nothing, dismiss: nothing, importRun: soon, stopReplay: nothing, exportSaved: async () => ({ name: '', mime: '', content: '' }),
    seek: (at) => set({ playhead: { at, seq: trace.findLastIndex((record) => record.at <= at) + 1 } }),
    follow: (saga) => set({ saga }),
    select: (selection) => set({ selection }),
    arm: (armed) => set({ armed }),
  }));
}
