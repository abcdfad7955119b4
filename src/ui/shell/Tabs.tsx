import { useId, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import styles from './Tabs.module.css';

export interface Tab<Id extends string> { readonly id: Id; readonly title: string; readonly icon?: ReactNode }

/** Tabs by the book: arrow keys move, only the chosen one is in the tab order. The panel shows the chosen tab's content. */
export function Tabs<Id extends string>({ label, tabs, chosen, onChoose, children }: { label: string; tabs: readonly Tab<Id>[]; chosen: Id; onChoose: (id: Id) => void; children: ReactNode }) {
  const base = useId();
  const strip = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex(({ id }) => id === chosen);
    const to = event.key === 'ArrowRight' ? at + 1 : event.key === 'ArrowLeft' ? at - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? tabs.length - 1 : null;
    if (to === null) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (to + tabs.length) % tabs.length;
    onChoose(tabs[next]!.id);
    strip.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  };
  return (
    <div className={styles.tabs}>
      <div ref={strip} role="tablist" aria-label={label} className={styles.strip}>
        {tabs.map(({ id, title, icon }) => (
          <button
            key={id} type="button" role="tab" id={`${base}${id}`} aria-selected={id === chosen} aria-controls={`${base}panel`} tabIndex={id === chosen ? 0 : -1}
            className={styles.tab} onClick={() => onChoose(id)} onKeyDown={onKeyDown}
          >
            {icon}{title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${base}panel`} aria-labelledby={`${base}${chosen}`} className={styles.panel}>{children}</div>
    </div>
  );
}
