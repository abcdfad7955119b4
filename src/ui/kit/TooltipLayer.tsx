/** One tooltip for the whole page: what any element's `data-hint` says, on hover and on keyboard focus. */
import { useEffect, useRef } from 'react';
import styles from './TooltipLayer.module.css';

const DELAY = 350;

export function TooltipLayer() {
  const bubble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tip = bubble.current!;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let host: Element | null = null;
    /** Pressed: it says nothing more until the pointer has left it. */
    let pressed: Element | null = null;
    const hide = (): void => {
      clearTimeout(timer);
      host = null;
      if (tip.matches(':popover-open')) tip.hidePopover();
    };
    const show = (): void => {
      const text = host?.isConnected ? host.getAttribute('data-hint') : null;
      if (!host || !text) return;
      tip.textContent = text;
      if (!tip.matches(':popover-open')) tip.showPopover();
      const box = host.getBoundingClientRect();
      const { offsetWidth: width, offsetHeight: height } = tip;
      const below = box.bottom + 6 + height <= innerHeight;
      tip.style.left = `${Math.max(6, Math.min(innerWidth - width - 6, box.left + box.width / 2 - width / 2))}px`;
      tip.style.top = `${below ? box.bottom + 6 : Math.max(6, box.top - 6 - height)}px`;
    };
    const enter = (target: EventTarget | null, delay: number): void => {
      const next = target instanceof Element ? target.closest('[data-hint]') : null;
      if (next !== pressed) pressed = null;
      if (next === host || (next !== null && next === pressed)) return;
      hide();
      host = next;
      if (host) timer = setTimeout(show, delay);
    };
    const over = (event: PointerEvent): void => { if (event.pointerType === 'mouse') enter(event.target, DELAY); };
    const press = (event: PointerEvent): void => {
      pressed = event.target instanceof Element ? event.target.closest('[data-hint]') : null;
      hide();
    };
    const focus = (event: FocusEvent): void => { if (event.target instanceof Element && event.target.matches(':focus-visible')) enter(event.target, 0); };
    const key = (event: KeyboardEvent): void => { if (event.key === 'Escape') hide(); };
    const away = new AbortController();
    const { signal } = away;
    document.addEventListener('pointerover', over, { signal });
    document.addEventListener('pointerdown', press, { signal, capture: true });
    document.addEventListener('focusin', focus, { signal });
    document.addEventListener('focusout', hide, { signal });
    document.addEventListener('keydown', key, { signal });
    document.addEventListener('scroll', hide, { signal, capture: true });
    return () => { away.abort(); clearTimeout(timer); };
  }, []);
  return <div ref={bubble} popover="manual" role="tooltip" className={styles.tip} />;
}
