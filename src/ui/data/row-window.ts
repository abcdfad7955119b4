/** Which rows of a long list are in sight. Heights are fixed, so that nothing is ever measured but the viewport. */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

/** CSS pixels; RowGrid.module.css has the same. */
export const ROW_HEIGHT = 24;
export const HEADER_HEIGHT = 24;
const SPARE = 2;

export interface RowWindow {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
  /** Rows to draw: `first` up to, not including, `last`. */
  readonly first: number;
  readonly last: number;
  /** At least as many as are ever drawn at once. */
  readonly pool: number;
  /** Whole rows in sight. */
  readonly page: number;
  readonly atTail: boolean;
  readonly reveal: (row: number) => void;
  readonly toTail: () => void;
}

/** `follow`: new rows at the end stay in sight, until the person scrolls up; scrolling back to the end follows again. */
export function useRowWindow(count: number, follow: boolean): RowWindow {
  const viewport = useRef<HTMLDivElement>(null);
  const lastTop = useRef(0);
  const [height, setHeight] = useState(240);
  const [top, setTop] = useState(0);
  const [atTail, setAtTail] = useState(true);
  const following = follow && atTail;

  const sight = Math.max(1, Math.ceil((height - HEADER_HEIGHT) / ROW_HEIGHT));
  const page = Math.max(1, Math.floor((height - HEADER_HEIGHT) / ROW_HEIGHT));
  const pool = sight + 1 + 2 * SPARE;
  const start = following ? count - sight : Math.min(top, count - sight);
  const first = Math.max(0, start - SPARE);
  const last = Math.min(count, Math.max(0, start) + sight + 1 + SPARE);

  const toTail = useCallback(() => {
    setAtTail(true);
    const element = viewport.current;
    if (element) element.scrollTop = element.scrollHeight;
  }, []);

  useLayoutEffect(() => {
    if (following && viewport.current) viewport.current.scrollTop = count * ROW_HEIGHT;
  }, [count, following, height]);

  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const onScroll = useCallback(() => {
    const element = viewport.current!;
    const { scrollTop } = element;
    const toEnd = element.scrollHeight - element.clientHeight - scrollTop;
    const away = scrollTop < lastTop.current - 1;
    lastTop.current = scrollTop;
    if (toEnd < 4) setAtTail(true);
    else if (away || !follow) setAtTail(false);
    // At the end the rows follow from the count; drawing twice a frame would be a waste.
    if (!follow || toEnd >= 4) setTop(Math.floor(scrollTop / ROW_HEIGHT));
  }, [follow]);

  const reveal = useCallback((row: number) => {
    const element = viewport.current;
    if (!element) return;
    const above = row * ROW_HEIGHT;
    const below = above + ROW_HEIGHT + HEADER_HEIGHT - element.clientHeight;
    if (element.scrollTop > above) { setAtTail(false); element.scrollTop = above; }
    else if (element.scrollTop < below) element.scrollTop = below;
  }, []);

  return { viewport, onScroll, first, last, pool, page, atTail: !follow || atTail, reveal, toTail };
}
