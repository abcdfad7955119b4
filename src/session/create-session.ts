/** The session as a store: its state as the screen sees it, and the actions of state.ts. */
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { jsonProblem } from '#scenarios/json-value.ts';
import { withMessaging } from '#scenarios/messaging.ts';
import type { FailurePoint, InterventionAction } from '#trace/records.ts';
import type { FailurePointAction } from './edits.ts';
import { boot, recoverFailed, sweep } from './boot.ts';
import type { Branches } from './branches.ts';
import { inputIdentity } from './saved-run.ts';
import { SessionCore } from './session-core.ts';
import type { SessionDependencies } from './session-core.ts';
import type { Work } from './work-queue.ts';
import type { Notice, Session, SessionActions, SessionState } from './state.ts';

/**
 * Creates the session and begins it: the store is complete at once (phase `starting`), its databases are made meanwhile.
 * Errors after that become notices; no action rejects.
 */
export function createSession(deps: SessionDependencies): StoreApi<Session> {
  const { opening } = deps;
  const scenario = { ...opening.scenario, failurePoints: [...opening.scenario.failurePoints, ...opening.failurePoints] };
  let notices = 0;
  const store = createStore<Session>(() => ({} as Session));
  const notify = (notice: Omit<Notice, 'id'>): void => {
    notices += 1;
    store.setState({ notices: [...store.getState().notices, { ...notice, id: notices }] });
  };
  const core = new SessionCore(
    deps, { scenario, seed: opening.seed }, inputIdentity(scenario, opening.seed),
    { changed: () => store.setState(snapshot(core, points())), notify }, recoverFailed,
  );
  const points = pointsOf(core);
  store.setState({
    ...snapshot(core, points()), ...actionsOf(core, store, notify), saga: null, selection: null, armed: null, notices: [], compared: null,
  }, true);
  void core.do(async () => {
    await boot(core);
    void sweep(deps, core.run.name).catch(() => { /* another opening sweeps */ });
  });
  return store;
}

type CoreState = Omit<SessionState, 'saga' | 'selection' | 'armed' | 'notices' | 'compared'>;

function snapshot(core: SessionCore, failurePoints: readonly FailurePoint[]): CoreState {
  const { run, driver, history, branches } = core;
  const live: CoreState = {
    scenario: run.scenario, seed: run.seed, failurePoints, trace: run.trace, length: run.trace.length, hash: run.hash, phase: phaseOf(core),
    playing: driver.playing, playhead: driver.playhead, speed: driver.speed, branches: branches.list, viewed: null, canUndo: history.canUndo, canRedo: history.canRedo, storage: core.storage, run: run.name, replayed: core.replays.shown,
  };
  return branches.viewed ? { ...live, ...viewOf(branches.viewed) } : live;
}

/** A branch in the place of the run at hand. */
function viewOf({ branch: { id, scenario, seed, failurePoints, trace, hash }, driver: { playing, playhead, speed } }: NonNullable<Branches['viewed']>): Partial<CoreState> {
  const phase = playing ? 'running' : 'paused';
  return { viewed: id, scenario, seed, failurePoints, trace, length: trace.length, hash, phase, playing, playhead, speed, canUndo: false, canRedo: false };
}

function phaseOf({ starting, driver, run, untouched }: SessionCore): SessionState['phase'] {
  if (starting) return 'starting';
  if (driver.playing) return 'running';
  if (run.ended) return 'ended';
  return untouched ? 'ready' : 'paused';
}

/** The points in force, the same array until they change. */
function pointsOf(core: SessionCore): () => readonly FailurePoint[] {
  let run = core.run;
  let interventions = -1;
  let points: readonly FailurePoint[] = [];
  return () => {
    if (run !== core.run || interventions !== core.run.interventions.length) {
      ({ run } = core);
      interventions = run.interventions.length;
      points = run.failurePoints;
    }
    return points;
  };
}

function actionsOf(core: SessionCore, store: StoreApi<Session>, notify: (notice: Omit<Notice, 'id'>) => void): SessionActions {
  const set = (state: Partial<SessionState>): void => store.setState(state);
  /** Work on the run at hand; not while a branch is looked at. */
  const change = async (work: Work): Promise<void> => {
    if (core.branches.viewed) notify({ tone: 'info', key: 'session.readOnly', params: { branch: core.branches.viewed.branch.label } });
    else await core.do(work);
  };
  const edit = (action: FailurePointAction): void => { void change(() => core.edit(action)); };
  const act = (action: InterventionAction): void => { void change(() => core.act(action)); };
  const fresh = (): void => set({ selection: null, saga: null });
  const driver = () => core.branches.viewed?.driver ?? core.driver;
  return {
    play: () => driver().play(),
    pause: () => {
      driver().pause();
      core.recorder?.flush();
    },
    step: () => core.step(),
    restart: async () => (core.branches.viewed ? driver().seek(0) : core.do(async () => {
      core.driver.pause();
      core.history.rebase();
      await (core.untouched ? core.changeInput(core.inputNow()) : core.replace(core.inputNow()));
      fresh();
    })),
    seek: (at) => driver().seek(at),
    setSpeed: (speed) => {
      core.driver.speed = speed;
      if (core.branches.viewed) core.branches.viewed.driver.speed = speed;
      core.events.changed();
    },
    setSeed: (seed) => change(async () => {
      core.driver.pause();
      core.history.rebase();
      await core.changeInput({ ...core.inputNow(), seed });
      fresh();
    }),
    setWorkload: (count, interval) => change(async () => {
      core.driver.pause();
      core.history.rebase();
      const { scenario, seed } = core.inputNow();
      await core.changeInput({ scenario: { ...scenario, workload: { ...scenario.workload, count, interval } }, seed });
      fresh();
    }),
    setMessaging: (service, messaging) => change(async () => {
      core.driver.pause();
      core.history.rebase();
      const { scenario, seed } = core.inputNow();
      await core.changeInput({ scenario: withMessaging(scenario, service, messaging), seed });
      fresh();
    }),
    open: (scenario, seed, failurePoints = []) => core.do(async () => {
      core.driver.pause();
      core.history.clear();
      const input = { scenario: { ...scenario, failurePoints: [...scenario.failurePoints, ...failurePoints] }, seed: seed ?? core.run.seed };
      core.identity = inputIdentity(input.scenario, input.seed);
      await core.replace(input);
      fresh();
    }),
    addFailurePoint: (point) => {
      const points = core.run.failurePoints;
      edit({ type: 'add-failure-point', point: { ...point, id: freeId(points, core) } });
    },
    changeFailurePoint: (point) => edit({ type: 'change-failure-point', point }),
    removeFailurePoint: (id) => edit({ type: 'remove-failure-point', id }),
    undo: () => { void change(() => core.undo()); },
    redo: () => { void change(() => core.redo()); },
    placeOrder: (request) => {
      const wrong = jsonProblem(request, ['request']);
      if (wrong) notify({ tone: 'error', key: 'session.orderRefused', params: { ...wrong.params, code: wrong.code, path: wrong.path } });
      else act({ type: 'place-order', request });
    },
    resolve: (saga, choice, reason) => act({ type: 'resolve', saga, choice, reason }),
    crash: (process) => act({ type: 'crash', process }),
    follow: (saga) => set({ saga }),
    select: (selection) => set({ selection }),
    arm: (armed) => set({ armed }),
    lookAt: (branch) => {
      core.driver.pause();
      if (core.branches.look(branch, core.driver.speed)) fresh();
    },
    compare: (compared) => set({ compared }),
    notify,
    dismiss: (id) => set({ notices: store.getState().notices.filter((notice) => notice.id !== id) }),
    stopReplay: () => core.replays.stop(),
    exportSaved: async (run) => (await import('./saved-run-file.ts')).savedRunFile(core.deps.library!, run),
    importRun: (text, fileName) => core.do(async () => {
      const { importRunFile } = await import('./import-run.ts');
      if (await importRunFile(core, text, fileName)) fresh();
    }),
  };
}

/** The first of `fault-1`, `fault-2`, ... that no point of the run ever had. */
function freeId(points: readonly FailurePoint[], core: SessionCore): string {
  const used = new Set(points.map(({ id }) => id));
  for (const { action } of core.run.interventions) if ('point' in action) used.add(action.point.id);
  for (const { id } of core.run.scenario.failurePoints) used.add(id);
  let n = 1;
  while (used.has(`fault-${n}`)) n += 1;
  return `fault-${n}`;
}
