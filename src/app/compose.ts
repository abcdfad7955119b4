/** Puts the parts together: what the page was opened with becomes a session. The only place that knows all of them. */
import type { StoreApi } from 'zustand/vanilla';
import { DEFAULT_PRESET, DEFAULT_SEED } from '#scenarios/defaults.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import type { Checked, Problem } from '#scenarios/problems.ts';
import { browserDependencies } from '#session/browser.ts';
import { createSession } from '#session/create-session.ts';
import type { SceneLink } from '#session/link.ts';
import type { Session } from '#session/state.ts';
import { rememberedSpeed } from '#ui/playback/speeds.ts';

/** Virtual ms per ms of wall time where nobody chose a scene: slow enough to break something before it is over. */
const VISIT_SPEED = 0.1;

export async function compose(): Promise<StoreApi<Session>> {
  const link = await readLink();
  const scene = link.ok ? link.value : null;
  // Nobody asked for anything in particular: the default saga runs.
  const visit = link.ok && scene === null;
  const session = createSession(browserDependencies({
    scenario: scene?.scenario ?? PRESETS[DEFAULT_PRESET]!,
    seed: scene?.seed ?? DEFAULT_SEED,
    failurePoints: [],
    explicit: scene !== null,
    autoplay: scene?.run ?? visit,
  }));
  const speed = rememberedSpeed() ?? (visit ? VISIT_SPEED : null);
  if (speed !== null) session.getState().setSpeed(speed);
  if (!link.ok) tellProblems(session, link.problems);
  addEventListener('hashchange', () => void openLink(session));
  return session;
}

/** An address without a scene needs none of the code that reads scenes. */
async function readLink(): Promise<Checked<SceneLink | null>> {
  return location.hash === '' ? { ok: true, value: null } : (await import('#session/link.ts')).parseLink(location.hash);
}

function tellProblems(session: StoreApi<Session>, problems: readonly Problem[]): void {
  for (const { code, path, params } of problems.slice(0, 3)) session.getState().notify({ tone: 'error', key: 'app.linkProblem', params: { ...params, code, path } });
}

/** A link followed while the page is open: a new scenario. What was under way is left as a branch; the new one does not run by itself over it. */
async function openLink(session: StoreApi<Session>): Promise<void> {
  const link = await readLink();
  if (!link.ok) {
    tellProblems(session, link.problems);
    return;
  }
  if (link.value === null) return;
  const { phase } = session.getState();
  await session.getState().open(link.value.scenario, link.value.seed);
  if (link.value.run && phase !== 'running' && phase !== 'paused') session.getState().play();
}
