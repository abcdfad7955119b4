/** Leads to the runs that were left; there only once there is one. */
import { GitBranch } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../kit/Button.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';

const BranchDialog = lazy(async () => ({ default: (await import('./BranchDialog.tsx')).BranchDialog }));

export function BranchButton() {
  const { playback } = useMessages();
  const format = useFormat();
  const count = useSession((state) => state.branches.length);
  const [open, setOpen] = useState(false);
  if (count === 0) return null;
  return (
    <>
      <IconButton label={playback.branches({ count: format.number(count) })} aria-haspopup="dialog" icon={<GitBranch />} onClick={() => setOpen(true)} />
      {open && <Suspense><BranchDialog onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
