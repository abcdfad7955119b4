import { Boxes, FileStack, Layers, Table2, Workflow } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ProcessView } from '#views/databases.ts';
import type { Names } from '../data/names.ts';
import { useMessages } from '../kit/locale.tsx';
import styles from './Databases.module.css';

interface TabsProps {
  readonly processes: readonly ProcessView[];
  readonly chosen: string;
  readonly onChoose: (process: string) => void;
  readonly names: Names;
}

function iconOf({ role, store }: ProcessView): ReactNode {
  if (role === 'orchestrator') return <Workflow aria-hidden />;
  if (role === 'projector') return <Boxes aria-hidden />;
  return store === 'relational' ? <Table2 aria-hidden /> : store === 'event-streams' ? <Layers aria-hidden /> : <FileStack aria-hidden />;
}

export function ProcessTabs({ processes, chosen, onChoose, names }: TabsProps) {
  const { databases: texts } = useMessages();
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -processes.length, End: processes.length }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = processes.findIndex(({ id }) => id === chosen);
    const next = processes[Math.abs(step) === 1 ? (at + step + processes.length) % processes.length : step < 0 ? 0 : processes.length - 1]!;
    onChoose(next.id);
    document.getElementById(`database-tab-${next.id}`)?.focus();
  };
  return (
    <div className={styles.tabs} role="tablist" tabIndex={-1} aria-label={texts.processes} onKeyDown={onKeyDown}>
      {processes.map((process) => (
        <button
          key={process.id} id={`database-tab-${process.id}`} type="button" role="tab" className={styles.tab} aria-selected={process.id === chosen} aria-controls="database-panel"
          tabIndex={process.id === chosen ? 0 : -1} data-database={process.id} style={{ borderTopColor: names.colour(process.id) }} onClick={() => onChoose(process.id)}
        >
          {iconOf(process)}{names.process(process.id)}
        </button>
      ))}
    </div>
  );
}
