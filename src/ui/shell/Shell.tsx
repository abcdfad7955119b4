/** The page: header; failures, flow and inspector side by side; transport; log, projections and databases beneath. Never scrolls as a whole. */
import { X, Zap } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Inspector } from '#ui/inspector/Inspector.tsx';
import { SagaFlow } from '../flow/SagaFlow.tsx';
import { Button, IconButton } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { TooltipLayer } from '../kit/TooltipLayer.tsx';
import { Ghost } from '../palette/Ghost.tsx';
import { Palette } from '../palette/Palette.tsx';
import { usePlacing } from '../palette/placing.ts';
import { Playback } from '../playback/Playback.tsx';
import { Shortcuts } from '../playback/Shortcuts.tsx';
import { useSession, useSessionStore } from '../session-context.tsx';
import { DataPanels } from './DataPanels.tsx';
import { Header } from './Header.tsx';
import { Notices, StorageBanner } from './Notices.tsx';
import styles from './Shell.module.css';
import { PHONE, useMedia, WIDE } from '../kit/use-media.ts';

// What opens later is loaded later.
const FailureEditor = lazy(async () => ({ default: (await import('../palette/FailureEditor.tsx')).FailureEditor }));
const BranchBanner = lazy(async () => ({ default: (await import('../branches/BranchBanner.tsx')).BranchBanner }));
const HelpDialog = lazy(async () => ({ default: (await import('../playback/HelpDialog.tsx')).HelpDialog }));

/** On small screens the inspector is a drawer; choosing something opens it, letting go of it closes it. */
function useDrawer(wide: boolean) {
  const store = useSessionStore();
  const [open, setOpen] = useState(false);
  useEffect(() => store.subscribe((now, before) => {
    if (now.selection === before.selection) return;
    if (now.selection === null) setOpen(false);
    else if (now.selection.type !== 'failure-point') setOpen(true);
  }), [store]);
  useEffect(() => {
    if (!open || wide) return undefined;
    const close = (event: KeyboardEvent): void => { if (event.key === 'Escape' && store.getState().armed === null) setOpen(false); };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open, wide, store]);
  return [open, setOpen] as const;
}

function FailureSheet() {
  const { failures, app } = useMessages();
  const open = usePlacing((state) => state.sheet);
  const armed = useSession((state) => state.armed !== null);
  return (
    <>
      <Button className={styles.open} icon={<Zap aria-hidden />} aria-expanded={open} disabled={armed} onClick={() => usePlacing.setState({ sheet: !open })}>{failures.open}</Button>
      {open && (
        <div className={styles.sheet}>
          <Palette />
          <IconButton className={styles.close} label={app.close} icon={<X />} onClick={() => usePlacing.setState({ sheet: false })} />
        </div>
      )}
    </>
  );
}

export function Shell() {
  const phone = useMedia(PHONE);
  const wide = useMedia(WIDE);
  const [drawer, setDrawer] = useDrawer(wide);
  const [help, setHelp] = useState(false);
  const dragging = usePlacing((state) => state.dragging !== null);
  const viewing = useSession((state) => state.viewed !== null);
  const editing = usePlacing((state) => state.editing !== null);
  return (
    <div className={styles.page} data-dragging={dragging || undefined}>
      <Header drawer={drawer} onDrawer={() => setDrawer(!drawer)} onHelp={() => setHelp(true)} />
      <StorageBanner />
      {viewing && <Suspense><BranchBanner /></Suspense>}
      <main className={styles.main} data-drawer={(drawer && !wide) || undefined}>
        {!phone && <div className={styles.palette}><Palette /></div>}
        <div className={styles.centre}>
          <div className={styles.flow}><SagaFlow /></div>
          <div className={styles.transport}>{phone && <FailureSheet />}<Playback /></div>
          <div className={styles.data}><DataPanels /></div>
        </div>
        {(wide || drawer) && <div className={styles.inspector}><Inspector /></div>}
      </main>
      <Suspense>
        {help && <HelpDialog onClose={() => setHelp(false)} />}
        {editing && <FailureEditor />}
      </Suspense>
      <Ghost />
      <Notices />
      <TooltipLayer />
      <Shortcuts onHelp={() => setHelp(true)} />
    </div>
  );
}
