/** All failure points of one place, each as its badge. Loaded when there are more than there is room for, and somebody asks. */
import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import type { FailurePoint } from '#trace/records.ts';
import { Badge } from './Badge.tsx';
import styles from './Badges.module.css';

export function BadgeList({ points, anchor, onClose }: { points: readonly FailurePoint[]; anchor: RefObject<HTMLButtonElement | null>; onClose: () => void }) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const element = list.current!;
    element.showPopover();
    const box = anchor.current!.getBoundingClientRect();
    element.style.left = `${Math.max(6, Math.min(innerWidth - element.offsetWidth - 6, box.right - element.offsetWidth))}px`;
    element.style.top = `${Math.max(6, Math.min(innerHeight - element.offsetHeight - 6, box.bottom + 4))}px`;
    element.querySelector('button')?.focus();
    const away = (event: Event): void => {
      if (!(event.target instanceof Node) || element.contains(event.target) || anchor.current?.contains(event.target) || document.querySelector('dialog[open]')) return;
      onClose();
    };
    document.addEventListener('pointerdown', away, true);
    return () => document.removeEventListener('pointerdown', away, true);
  }, [anchor, onClose]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- keeps presses in the list from the step beneath; Escape closes it
    <ul
      ref={list} popover="manual" className={`${styles.list} nopan nowheel`} onClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        anchor.current?.focus();
        onClose();
      }}
    >
      {points.map((point) => <li key={point.id}><Badge point={point} named /></li>)}
    </ul>
  );
}
