/** Messages travelling on the graph, in step with the virtual time: redrawn with every change of the playhead, past React. */
import { useEffect, useMemo, useRef } from 'react';
import { useStoreApi, ViewportPortal } from '@xyflow/react';
import { eachUnderWay } from '#views/messages.ts';
import { useSessionStore } from '../session-context.tsx';
import { along, wayOf } from './layout.ts';
import type { FlowLayout, Point } from './layout.ts';
import { canvasLayer, elementLayer } from './token-layers.ts';
import type { Token } from './token-layers.ts';
import { lookOf, shownProgress } from './token-look.ts';
import styles from './Tokens.module.css';

/** From here on one canvas is faster than an element each. */
const MANY = 80;
const still = matchMedia('(prefers-reduced-motion: reduce)');

export function Tokens({ layout }: { layout: FlowLayout }) {
  const session = useSessionStore();
  const graph = useStoreApi();
  const host = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const ways = useMemo(() => ({ layout, of: new Map<string, readonly Point[] | null>() }), [layout]);

  useEffect(() => {
    if (!host.current || !canvas.current) return undefined;
    const elements = elementLayer(host.current, styles.token ?? '');
    const picture = canvasLayer(canvas.current, () => graph.getState().transform);
    let pictured = false;
    const draw = (): void => {
      const { trace, playhead, scenario } = session.getState();
      const tokens: Token[] = [];
      eachUnderWay(trace, playhead.seq, playhead.at, (message, progress) => {
        const route = `${message.kind}/${message.from}/${message.to}/${message.step}/${message.phase}`;
        let way = ways.of.get(route);
        if (way === undefined) { way = wayOf(ways.layout, scenario, message); ways.of.set(route, way); }
        if (way === null) return;
        const shown = shownProgress(progress, message.lost !== null);
        const { x, y } = along(way, still.matches ? 0.5 : shown.along);
        tokens.push({ id: message.id, look: lookOf(message), x, y, opacity: shown.opacity, lost: message.lost !== null, copy: message.copy });
      });
      const many = tokens.length > MANY;
      // With so much going on, the small animations only cost frames.
      if (many !== pictured) host.current?.closest('.react-flow')?.toggleAttribute('data-many', many);
      if (many) { elements.clear(); picture.draw(tokens); } else { if (pictured) picture.clear(); elements.draw(tokens); }
      pictured = many;
    };
    let frame = 0;
    const schedule = (): void => { frame ||= requestAnimationFrame(() => { frame = 0; draw(); }); };
    draw();
    const leave = [session.subscribe(schedule), graph.subscribe(() => { if (pictured) schedule(); })];
    return () => { for (const stop of leave) stop(); cancelAnimationFrame(frame); elements.clear(); picture.clear(); };
  }, [session, graph, ways]);

  return (
    <>
      <ViewportPortal><div ref={host} className={styles.host} aria-hidden /></ViewportPortal>
      <canvas ref={canvas} className={styles.canvas} aria-hidden />
    </>
  );
}
