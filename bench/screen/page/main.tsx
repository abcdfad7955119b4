/**
 * The screen over a trace that is made here. `#sagas=3&fail=1&at=1200`: a real run, to look at. `window.measure(...)`: the log of 100 k
 * rows with 100 rows appended a frame.
 */
import { createRoot } from 'react-dom/client';
import { runLocally } from '#explorer/local-run.ts';
import { compileScenario } from '#scenarios/compile.ts';
import { PRESETS } from '#scenarios/presets/index.ts';
import type { FailurePoint, TraceRecord } from '#trace/records.ts';
import { Databases } from '#ui/databases/Databases.tsx';
import { LocaleProvider, preferredLanguage } from '#ui/kit/locale.tsx';
import '#ui/kit/tokens.css';
import { EventLog } from '#ui/log/EventLog.tsx';
import { Projections } from '#ui/projections/Projections.tsx';
import { SessionProvider } from '#ui/session-context.tsx';
import { Inspector } from '#ui/inspector/Inspector.tsx';
import { TooltipLayer } from '#ui/kit/TooltipLayer.tsx';
import { LongTrace } from './long-trace.ts';
import { frames } from './frames.ts';
import type { Frames } from './frames.ts';
import { stillSession } from './store.ts';

export type Panels = 'log' | 'all';
export interface ScreenMeasured { readonly tail: Frames; readonly scrolling: Frames }
declare global {
  interface Window { measure(rows: number, panels: Panels): Promise<ScreenMeasured>; session: ReturnType<typeof stillSession> }
}

const words = new URLSearchParams(location.hash.slice(1));
const document_ = PRESETS[words.get('scenario') ?? 'order']!;
const scenario = { ...document_, workload: { ...document_.workload, count: Number(words.get('sagas') ?? 3), interval: 150 } };
const points: readonly FailurePoint[] = words.get('fail') === null ? [] : [
  { id: 'f1', kind: 'business-rejection', target: { step: 'create-order', phase: 'action' }, occurrence: { mode: 'nth', n: 1 }, params: {} },
  { id: 'f2', kind: 'lost-reply', target: { step: 'process-payment', phase: 'action' }, occurrence: { mode: 'first' }, params: {} },
  { id: 'f3', kind: 'crash-after-commit', target: { process: 'orchestrator' }, occurrence: { mode: 'nth', n: 4 }, params: { restart: 300 } },
];
const { world } = runLocally(compileScenario(scenario), 7, points);
const language = await preferredLanguage();
const root = createRoot(document.getElementById('root')!);

function show(trace: TraceRecord[], children: React.ReactNode): void {
  window.session = stillSession(scenario, trace, points);
  const at = words.get('at');
  if (at !== null) window.session.getState().seek(Number(at));
  root.render(<LocaleProvider first={language}><SessionProvider session={window.session}>{children}</SessionProvider></LocaleProvider>);
}
/** As the shell lays them out on a laptop: log beside projections, databases, and the inspector at the right. */
const laptop = { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr) minmax(0, 300px)', gridTemplateRows: 'minmax(0, 1fr) minmax(0, 1fr)', gap: 1, height: '100vh', background: 'var(--line)' };
show(world.trace, (
  <div style={laptop}>
    <EventLog /><Projections /><div style={{ gridRow: 'span 2', minHeight: 0 }}><Inspector /></div>
    <div style={{ display: 'grid', gridColumn: 'span 2', minHeight: 0 }}><Databases /></div>
    <TooltipLayer />
  </div>
));

const FRAMES = 120;
window.measure = async (rows, panels) => {
  const long = new LongTrace(world.trace);
  long.grow(rows);
  const box = { display: 'grid', gridTemplateColumns: panels === 'all' ? '1fr 1fr 1fr' : '1fr', height: 600, width: panels === 'all' ? 1440 : 720 };
  show(long.trace, <div style={box}>{panels === 'all' ? <><EventLog /><Projections /><Databases /></> : <EventLog />}</div>);
  const portions = Array.from({ length: 2 * FRAMES }, () => long.ahead(100));
  let next = 0;
  const append = (): void => {
    for (const record of portions[next]!) long.trace.push(record);
    next += 1;
    window.session.setState({ length: long.trace.length, playhead: { seq: long.trace.length, at: long.trace.at(-1)!.at } });
  };
  const tail = await frames(FRAMES, append);
  const grid = document.querySelector('[role=grid]')!;
  let down = 0;
  const scrolling = await frames(FRAMES, (frame) => {
    append();
    // Up first, so that it no longer follows; then a page a frame.
    grid.scrollTop = frame === 0 ? grid.scrollHeight / 2 : grid.scrollTop + (down = down > 40 ? -40 : down + 7) * 12;
  });
  return { tail, scrolling };
};
