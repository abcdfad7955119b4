/** Share, export, import. What they open is loaded when it is asked for. */
import { Download, Share2, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ComponentType, RefObject } from 'react';
import { Button } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { useActions } from '../session-context.tsx';
import styles from './Transfer.module.css';

export interface OpenedProps { readonly onClose: () => void; readonly anchor: RefObject<HTMLSpanElement | null> }
type Opened = 'share' | 'export' | 'import';

const PARTS: { readonly [part in Opened]: () => Promise<ComponentType<OpenedProps>> } = {
  share: async () => (await import('./ShareDialog.tsx')).ShareDialog,
  export: async () => (await import('./ExportMenu.tsx')).ExportMenu,
  import: async () => (await import('./ImportDialog.tsx')).ImportDialog,
};
const ICONS = { share: <Share2 aria-hidden />, export: <Download aria-hidden />, import: <Upload aria-hidden /> };
const ORDER: readonly Opened[] = ['share', 'export', 'import'];

export function TransferButtons() {
  const { transfer } = useMessages();
  const session = useActions();
  const [opened, setOpened] = useState<{ readonly part: Opened; readonly Part: ComponentType<OpenedProps> } | null>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const open = async (part: Opened): Promise<void> => {
    try {
      const Part = await PARTS[part]();
      setOpened({ part, Part });
    } catch {
      session.notify({ tone: 'error', key: 'transfer.notLoaded', params: {} });
    }
  };
  const hints = { share: transfer.shareHint, export: transfer.exportHint, import: transfer.importHint };
  return (
    <span className={styles.buttons}>
      {ORDER.map((part) => (
        <span key={part} ref={part === 'export' ? anchor : undefined} className={styles.button}>
          <Button
            tone="quiet" icon={ICONS[part]} className={styles.compact} aria-label={transfer[part]} hint={hints[part]} aria-haspopup={part === 'export' ? 'menu' : 'dialog'}
            aria-expanded={opened?.part === part} onClick={() => { if (opened?.part === part) setOpened(null); else void open(part); }}
          >
            {transfer[part]}
          </Button>
        </span>
      ))}
      {opened && <opened.Part onClose={() => setOpened(null)} anchor={anchor} />}
    </span>
  );
}
