/** A menu of the formats; the chosen one is saved as a file. */
import { FileJson, Image, List, RotateCcw, Table } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { exportFlow, exportRun } from '#session/transfer.ts';
import type { ExportFormat } from '#session/transfer.ts';
import { useLocale } from '../kit/locale.tsx';
import { useSessionStore } from '../session-context.tsx';
import { download, downloadFile, toPng } from './download.ts';
import { drawFlow } from './drawing.ts';
import type { OpenedProps } from './TransferButtons.tsx';
import styles from './Transfer.module.css';

type Format = ExportFormat | 'svg' | 'png';
/** In groups: the events, what can be opened again, pictures. */
const GROUPS: readonly (readonly (readonly [Format, ReactNode])[])[] = [
  [['cloudevents', <FileJson key="i" aria-hidden />], ['ndjson', <List key="i" aria-hidden />], ['csv', <Table key="i" aria-hidden />]],
  [['run', <RotateCcw key="i" aria-hidden />], ['scenario', <FileJson key="i" aria-hidden />]],
  [['svg', <Image key="i" aria-hidden />], ['png', <Image key="i" aria-hidden />]],
];

export function ExportMenu({ onClose, anchor }: OpenedProps) {
  const { locale, messages } = useLocale();
  const { transfer } = messages;
  const store = useSessionStore();
  const menu = useRef<HTMLDivElement>(null);
  const trigger = useRef<HTMLElement | null>(null);

  useEffect(() => {
    const element = menu.current!;
    trigger.current = anchor.current?.querySelector('button') ?? null;
    const box = anchor.current?.getBoundingClientRect();
    element.showPopover();
    if (box) {
      element.style.top = `${box.bottom + 4}px`;
      element.style.left = `${Math.max(6, Math.min(box.left, innerWidth - element.offsetWidth - 6))}px`;
    }
    element.querySelector('button')?.focus();
    const away = new AbortController();
    // A click outside closes it; one on its own button is left to that button, which closes it too.
    document.addEventListener('pointerdown', (event) => {
      if (event.target instanceof Node && !element.contains(event.target) && !anchor.current?.contains(event.target)) onClose();
    }, { signal: away.signal, capture: true });
    return () => away.abort();
  }, [anchor, onClose]);

  const close = (): void => {
    onClose();
    trigger.current?.focus();
  };
  const save = async (format: Format): Promise<void> => {
    close();
    const session = store.getState();
    const tell = (key: string, tone: 'success' | 'error', params: Readonly<Record<string, string>> = {}): void => session.notify({ tone, key: `transfer.${key}`, params });
    try {
      if (format !== 'svg' && format !== 'png') {
        const file = await exportRun(format, session);
        downloadFile(file);
        tell('saved', 'success', { file: file.name });
        return;
      }
      const picture = await exportFlow(session, drawFlow(session, locale, messages));
      if (format === 'svg') downloadFile(picture);
      const name = picture.name.replace(/svg$/, format);
      if (format === 'png') {
        const pixels = await toPng(picture.content).catch(() => null);
        if (!pixels) {
          tell('notDrawn', 'error');
          return;
        }
        download(name, pixels);
      }
      tell('saved', 'success', { file: name });
    } catch {
      tell('notLoaded', 'error');
    }
  };
  const move = (event: KeyboardEvent): void => {
    const items = [...menu.current!.querySelectorAll('button')];
    const at = items.indexOf(document.activeElement as HTMLButtonElement);
    const to = { ArrowDown: (at + 1) % items.length, ArrowUp: (at - 1 + items.length) % items.length, Home: 0, End: items.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      items[to]!.focus();
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };
  return (
    <div ref={menu} popover="manual" role="menu" aria-label={transfer.export} tabIndex={-1} className={styles.menu} onKeyDown={move}>
      {GROUPS.map((group, index) => (
        <div key={group[0]![0]} role="group">
          {index > 0 && <hr className={styles.rule} />}
          {group.map(([format, icon]) => (
            <button key={format} type="button" role="menuitem" tabIndex={-1} className={styles.item} onClick={() => void save(format)}>{icon}{transfer.formats[format]}</button>
          ))}
        </div>
      ))}
    </div>
  );
}
