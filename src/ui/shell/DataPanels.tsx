/** The write event log beside the projections that it feeds, and the services' databases one tab away. */
import { Database, ScrollText, Table2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { EventLog } from '#ui/log/EventLog.tsx';
import { Projections } from '#ui/projections/Projections.tsx';
import { useMessages } from '../kit/locale.tsx';
import styles from './DataPanels.module.css';
import { Tabs } from './Tabs.tsx';
import { PHONE, useMedia } from '../kit/use-media.ts';

const Databases = lazy(async () => ({ default: (await import('#ui/databases/Databases.tsx')).Databases }));

type Shown = 'log' | 'projections' | 'databases';

export function DataPanels() {
  const { app } = useMessages();
  const phone = useMedia(PHONE);
  const [shown, show] = useState<Shown>('log');
  const databases = { id: 'databases', title: app.tabDatabases, icon: <Database aria-hidden /> } as const;
  if (phone) {
    const tabs = [
      { id: 'log', title: app.tabLogShort, icon: <ScrollText aria-hidden /> }, { id: 'projections', title: app.tabProjections, icon: <Table2 aria-hidden /> }, databases,
    ] as const;
    return (
      <Tabs<Shown> label={app.tabs} tabs={tabs} chosen={shown} onChoose={show}>
        {shown === 'log' ? <EventLog /> : shown === 'projections' ? <Projections /> : <Suspense><Databases /></Suspense>}
      </Tabs>
    );
  }
  const chosen = shown === 'databases' ? 'databases' : 'log';
  return (
    <Tabs<Shown> label={app.tabs} tabs={[{ id: 'log', title: app.tabLog, icon: <ScrollText aria-hidden /> }, databases]} chosen={chosen} onChoose={show}>
      {chosen === 'databases' ? <Suspense><Databases /></Suspense> : <div className={styles.pair}><EventLog /><Projections /></div>}
    </Tabs>
  );
}
