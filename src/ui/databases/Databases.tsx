/** Every database of the run, one per process, as it is stored: nobody but its owner opens it. */
import { Database } from 'lucide-react';
import { useState } from 'react';
import { databaseView, processesOf } from '#views/databases.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { useMessages } from '../kit/locale.tsx';
import { FullPanel } from '../data/FullPanel.tsx';
import { useNames } from '../data/names.ts';
import { useSession } from '../session-context.tsx';
import { DatabaseHeader } from './DatabaseHeader.tsx';
import styles from './Databases.module.css';
import { ProcessTabs } from './ProcessTabs.tsx';
import { TableGrid } from './TableGrid.tsx';
import { TableList } from './TableList.tsx';

export function Databases() {
  const { databases: texts } = useMessages();
  const names = useNames();
  const trace = useSession((session) => session.trace);
  const seq = useSession((session) => session.playhead.seq);
  const selection = useSession((session) => session.selection);
  // Where the saga begins, something will happen.
  const firstService = useSession((session) => session.scenario.saga.steps[0]?.service);
  const [chosenProcess, setProcess] = useState<string | null>(null);
  const [chosenTables, setTables] = useState<{ readonly [process: string]: string }>({});
  const [shownSelection, setShownSelection] = useState<typeof selection>(null);

  // A row that was selected elsewhere opens its table here, once.
  if (selection !== shownSelection) {
    setShownSelection(selection);
    if (selection?.type === 'row') {
      setProcess(selection.process);
      setTables({ ...chosenTables, [selection.process]: selection.table });
    }
  }

  const processes = processesOf(trace);
  const process = processes.find(({ id }) => id === chosenProcess) ?? processes.find(({ id }) => id === firstService) ?? processes[0];
  const view = process ? databaseView(trace, process.id, seq) : null;
  const table = view && (view.tables.find(({ id }) => id === chosenTables[view.process.id]) ?? view.tables[0]);
  return (
    <FullPanel title={texts.title}>
      {!view || !table ? <EmptyState icon={<Database />} title={texts.emptyTitle}>{texts.start}</EmptyState> : (
        <>
          <ProcessTabs processes={processes} chosen={view.process.id} onChoose={setProcess} names={names} />
          <div className={styles.database} role="tabpanel" id="database-panel" aria-labelledby={`database-tab-${view.process.id}`}>
            <DatabaseHeader view={view} names={names} />
            <div className={styles.split}>
              <TableList view={view} chosen={table.id} onChoose={(id) => setTables({ ...chosenTables, [view.process.id]: id })} label={texts.tables(names.process(view.process.id))} />
              <TableGrid key={`${view.process.id} ${table.id}`} view={view} table={table} />
            </div>
          </div>
        </>
      )}
    </FullPanel>
  );
}
