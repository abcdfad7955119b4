import type { PanelProps } from '../kit/Panel.tsx';
import { Panel } from '../kit/Panel.tsx';
import styles from './FullPanel.module.css';

/** A panel that fills its place, whatever lays it out; its content scrolls. */
export const FullPanel = (props: Omit<PanelProps, 'className' | 'flush'>) => <Panel {...props} flush className={styles.full} />;
