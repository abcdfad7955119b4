/** Says that what is shown is not the current run, and leads back to it. */
import { GitBranch } from 'lucide-react';
import { branchesTexts } from '#messages/areas/branches.ts';
import { Button } from '../kit/Button.tsx';
import { useLocale } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './Branches.module.css';

export function BranchBanner() {
  const texts = branchesTexts[useLocale().locale];
  const session = useActions();
  const label = useSession((state) => state.branches.find(({ id }) => id === state.viewed)?.label ?? '');
  return (
    <div className={styles.banner} role="status">
      <GitBranch aria-hidden /><span>{texts.viewing({ label })}</span>
      <Button onClick={() => session.lookAt(null)}>{texts.back}</Button>
    </div>
  );
}
