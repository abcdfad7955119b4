/** A step's state as a shape; the word stands beside it. */
import { Ban, Check, CircleDashed, CircleQuestionMark, Hand, Minus, RotateCw, Undo2, X } from 'lucide-react';
import type { StepStatus } from '#trace/records.ts';
import styles from './StatusIcon.module.css';

const Ring = () => (
  <svg viewBox="0 0 24 24" className={styles.ring}><circle cx="12" cy="12" r="9" fill="none" strokeWidth="3.5" stroke="currentColor" strokeDasharray="38 20" strokeLinecap="round" /></svg>
);

export function StatusIcon({ status }: { status: StepStatus }) {
  return <span className={styles.icon} data-status={status} aria-hidden>{shape(status)}</span>;
}

function shape(status: StepStatus) {
  switch (status) {
    case 'idle': return <CircleDashed />;
    case 'running': return <Ring />;
    case 'retrying': return <RotateCw className={styles.turning} />;
    case 'committed': return <Check />;
    case 'failed': return <X />;
    case 'unknown': return <CircleQuestionMark />;
    case 'compensating': return <Undo2 className={styles.rocking} />;
    case 'compensated': return <Undo2 />;
    case 'stuck': return <Hand />;
    case 'skipped': return <Minus />;
    default: return <Ban />;
  }
}
