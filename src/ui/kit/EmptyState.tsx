import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

/** What an empty panel says: what will appear here, and how to make it appear. */
export const EmptyState = ({ icon, title, children }: { icon?: ReactNode; title: string; children?: ReactNode }) => (
  <div className={styles.empty}>
    {icon}
    <p className={styles.title}>{title}</p>
    {children !== undefined && <div className={styles.how}>{children}</div>}
  </div>
);
