import type { ReactNode } from 'react';
import styles from './Panel.module.css';

export interface PanelProps {
  /** The region's accessible name, and its title. */
  readonly title: string;
  /** Beside the title: a count, a state. */
  readonly aside?: ReactNode;
  /** At the right of the header: buttons, selects. */
  readonly tools?: ReactNode;
  /** The body has no padding and does not scroll: the content does it itself. */
  readonly flush?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Panel({ title, aside, tools, flush = false, className, children }: PanelProps) {
  return (
    <section aria-label={title} className={className ? `${styles.panel} ${className}` : styles.panel}>
      <header className={styles.header}>
        <h2 className={styles.title}>{title}</h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
        {tools !== undefined && <div className={styles.tools}>{tools}</div>}
      </header>
      <div className={flush ? styles.flush : styles.body} data-scroller={flush ? undefined : true}>{children}</div>
    </section>
  );
}
