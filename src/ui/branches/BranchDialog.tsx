/** The runs that were left: looked at again, or compared with the current one. */
import { Eye, GitCompare } from 'lucide-react';
import { useState } from 'react';
import { branchesTexts } from '#messages/areas/branches.ts';
import { MOST_BRANCHES } from '#session/branches.ts';
import type { Branch } from '#session/state.ts';
import { firstDifference } from '#views/difference.ts';
import type { Difference } from '#views/difference.ts';
import { outcomeAt } from '#views/outcome.ts';
import { wordFor } from '../data/names.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useLocale } from '../kit/locale.tsx';
import { useActions, useSession, useSessionStore } from '../session-context.tsx';
import styles from './Branches.module.css';
import { useRecordWords } from './record-words.ts';

interface Compared { readonly branch: Branch; readonly found: Difference | null }

export function BranchDialog({ onClose }: { onClose: () => void }) {
  const { locale, messages: { app }, format } = useLocale();
  const texts = branchesTexts[locale];
  const session = useActions();
  const store = useSessionStore();
  const branches = useSession((state) => state.branches);
  const viewed = useSession((state) => state.viewed);
  const [compared, setCompared] = useState<Compared | null>(null);
  const look = (id: string | null): void => {
    session.lookAt(id);
    onClose();
  };
  const compare = (branch: Branch): void => {
    if (viewed !== null) session.lookAt(null);
    const { trace, length, run } = store.getState();
    const found = firstDifference(trace.slice(0, length), branch.trace);
    setCompared({ branch, found });
    session.compare(found && { run, branch: branch.id, seq: found.seq, at: found.at });
  };
  return (
    <Dialog title={texts.title} wide onClose={onClose}>
      <p className={styles.intro}>{texts.intro({ most: format.number(MOST_BRANCHES) })}</p>
      <ul className={styles.list}>
        {viewed !== null && <li className={styles.branch}><span className={styles.name}>{texts.current}</span><span /><Button onClick={() => look(null)}>{texts.back}</Button></li>}
        {branches.toReversed().map((branch) => {
          const { id, label, trace, hash, seed, forkedAt } = branch;
          const outcome = wordFor(app.outcomes, outcomeAt(trace, trace.length).outcome);
          return (
            <li key={id} className={styles.branch} data-shown={viewed === id || undefined}>
              <span className={styles.name}>
                {texts.branch({ label })}<code>{hash.slice(0, 8)}</code>
                <span className={styles.facts}>{texts.facts({ outcome, seed: String(seed), records: trace.length, formatted: format.number(trace.length) })} · {forkedAt === null ? texts.left : texts.forked({ at: format.ms(forkedAt) })}</span>
              </span>
              <Button aria-label={texts.look({ label })} icon={<Eye aria-hidden />} disabled={viewed === id} onClick={() => look(id)}>{texts.lookWord}</Button>
              <Button aria-label={texts.compare({ label })} icon={<GitCompare aria-hidden />} onClick={() => compare(branch)}>{texts.compareWord}</Button>
            </li>
          );
        })}
      </ul>
      {compared && <Result compared={compared} onClose={onClose} />}
    </Dialog>
  );
}

function Result({ compared: { branch: { label }, found }, onClose }: { compared: Compared; onClose: () => void }) {
  const { locale, format } = useLocale();
  const texts = branchesTexts[locale];
  const session = useActions();
  const words = useRecordWords();
  if (!found) return <p role="status" className={styles.result}>{texts.same({ label })}</p>;
  const { seq, at, left, right, part } = found;
  return (
    <section role="status" className={styles.result}>
      <p>{texts.differs({ label, seq: format.number(seq), at: format.ms(at) })}</p>
      <dl className={styles.sides}>
        <dt>{texts.current}</dt><dd>{left ? words(left) : texts.nothing}</dd>
        <dt>{texts.branch({ label })}</dt><dd>{right ? words(right) : texts.nothing}</dd>
        {part && <><dt>{texts.part}</dt><dd><code>{part.path}: {part.left} ≠ {part.right}</code></dd></>}
      </dl>
      <div className={styles.actions}>
        <Button tone="primary" onClick={() => { session.seek(at); session.select(left ? { type: 'record', seq } : null); onClose(); }}>{texts.goThere}</Button>
        <Button onClick={() => { session.compare(null); onClose(); }}>{texts.unmark}</Button>
      </div>
    </section>
  );
}
