/** The link that brings this scene back: shown, copied; a file where it would be too long. */
import { Check, Copy, Info } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { formatLink, LONGEST_LINK } from '#session/link.ts';
import { exportRun, sceneOf } from '#session/transfer.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import { useSession, useSessionStore } from '../session-context.tsx';
import { downloadFile } from './download.ts';
import type { OpenedProps } from './TransferButtons.tsx';
import styles from './Transfer.module.css';

const addressOf = (hash: string): string => `${location.href.split('#')[0]!}${hash}`;

export function ShareDialog({ onClose }: OpenedProps) {
  const { transfer, app } = useMessages();
  const format = useFormat();
  const store = useSessionStore();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [runs, setRuns] = useState(false);
  const [link, setLink] = useState('');
  const [copied, setCopied] = useState<'no' | 'yes' | 'by-hand'>('no');
  const scenario = useSession((state) => state.scenario);
  const points = useSession((state) => state.failurePoints);
  const seed = useSession((state) => state.seed);
  const deeds = useSession((state) => state.trace.some(({ kind }) => kind === 'intervention'));

  useEffect(() => {
    let current = true;
    const make = async (): Promise<void> => {
      const hash = await formatLink({ scenario: sceneOf({ scenario, failurePoints: points }), seed, run: runs });
      if (!current) return;
      setLink(addressOf(hash));
      setCopied('no');
    };
    make().catch(() => store.getState().notify({ tone: 'error', key: 'transfer.notLoaded', params: {} }));
    return () => { current = false; };
  }, [scenario, points, seed, runs, store]);

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link);
      setCopied('yes');
    } catch {
      field.current?.focus();
      field.current?.select();
      setCopied('by-hand');
    }
  };
  const saveRun = async (): Promise<void> => {
    try {
      downloadFile(await exportRun('run', store.getState()));
    } catch {
      store.getState().notify({ tone: 'error', key: 'transfer.notLoaded', params: {} });
    }
  };
  const tooLong = link.length > LONGEST_LINK;
  const footer = (
    <>
      <Button onClick={onClose}>{app.close}</Button>
      {tooLong || deeds ? <Button tone={tooLong ? 'primary' : 'plain'} onClick={() => void saveRun()}>{transfer.saveRun}</Button> : null}
      {!tooLong && (
        <Button tone="primary" icon={copied === 'yes' ? <Check aria-hidden /> : <Copy aria-hidden />} disabled={link === ''} onClick={() => void copy()}>{copied === 'yes' ? transfer.copied : transfer.copy}</Button>
      )}
    </>
  );
  return (
    <Dialog title={transfer.shareTitle} onClose={onClose} footer={footer}>
      <p className={styles.text}>{tooLong ? transfer.tooLong({ size: format.number(link.length), most: format.number(LONGEST_LINK) }) : deeds ? transfer.shareFromStart : transfer.shareWhat}</p>
      {link !== '' && !tooLong && (
        <>
          <div className={styles.field}>
            <label htmlFor={id} className={styles.label}>{transfer.link}</label>
            <textarea id={id} ref={field} readOnly spellCheck={false} className={styles.link} value={link} onFocus={(event) => event.target.select()} />
          </div>
          <label className={styles.check}><input type="checkbox" checked={runs} onChange={(event) => setRuns(event.target.checked)} />{transfer.runsAtOnce}</label>
        </>
      )}
      {deeds && <p className={styles.note}><Info aria-hidden />{transfer.shareWithoutDeeds}</p>}
      <p role="status" className={styles.note}>{copied === 'by-hand' ? transfer.selectIt : ''}</p>
    </Dialog>
  );
}
