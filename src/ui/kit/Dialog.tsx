import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';
import { useMessages } from './locale.tsx';

/** A modal dialog on the native element: focus, Escape and the backdrop come from the browser. Mounted while open. */
export function Dialog({ title, onClose, wide = false, children, footer }: {
  title: string; onClose: () => void; wide?: boolean; children: ReactNode; footer?: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const heading = useId();
  const { app } = useMessages();
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      // Its first field, else its first choice, else what it says: the close button comes last.
      const content = body.current!;
      const first = content.querySelector<HTMLElement>('input, select, textarea') ?? content.querySelector<HTMLElement>('button, a[href]') ?? content;
      first.focus();
    }
    return () => element?.close();
  }, []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- a click on the backdrop; Escape is its key
    <dialog
      ref={dialog} aria-labelledby={heading} className={wide ? `${styles.dialog} ${styles.wide}` : styles.dialog}
      onCancel={(event) => { event.preventDefault(); onClose(); }}
      onClick={(event) => { if (event.target === dialog.current) onClose(); }}
    >
      <div className={styles.sheet}>
        <header className={styles.header}>
          <h2 id={heading} className={styles.title}>{title}</h2>
          <IconButton label={app.close} icon={<X />} onClick={onClose} />
        </header>
        <div ref={body} className={styles.body} tabIndex={-1}>{children}</div>
        {footer !== undefined && <footer className={styles.footer}>{footer}</footer>}
      </div>
    </dialog>
  );
}
