/** A file or a text from outside: looked at, summed up, and only then opened. Nothing that is open is touched before. */
import { CircleAlert, FileUp, Info } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import type { DragEvent } from 'react';
import { loadMessages } from '#messages/index.ts';
import { asCopy, inspectFile, inspectText, problemTexts } from '#session/transfer.ts';
import type { Inspected, Problem } from '#session/transfer.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useFormat, useLocale } from '../kit/locale.tsx';
import type { Scenario } from '../kit/scenario.ts';
import { useSessionStore } from '../session-context.tsx';
import { ImportSummary } from './ImportSummary.tsx';
import type { OpenedProps } from './TransferButtons.tsx';
import styles from './Transfer.module.css';

type Told = readonly { readonly place: string; readonly words: string }[];
type Stage =
  | { readonly at: 'choose' } | { readonly at: 'reading' }
  | { readonly at: 'problems'; readonly file: string; readonly told: Told }
  | { readonly at: 'failed'; readonly words: string }
  | { readonly at: 'summary'; readonly file: string; readonly found: Inspected };
/** More than these nobody reads. */
const MOST_TOLD = 20;

/** A copy carries its name in every language. */
async function renamed(scenario: Scenario): Promise<Scenario> {
  const [en, es] = await Promise.all([loadMessages('en'), loadMessages('es')]);
  return asCopy(scenario, (name, language) => (language === 'en' ? en : es).transfer.copyName({ name }));
}

export function ImportDialog({ onClose }: OpenedProps) {
  const { locale, messages: { transfer, app } } = useLocale();
  const format = useFormat();
  const store = useSessionStore();
  const picker = useRef<HTMLInputElement>(null);
  const id = useId();
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const [pasted, setPasted] = useState('');
  const [over, setOver] = useState(false);

  const inspect = async (file: string, look: () => Promise<{ readonly ok: true; readonly value: Inspected } | { readonly ok: false; readonly problems: readonly Problem[] }>): Promise<void> => {
    setStage({ at: 'reading' });
    try {
      const checked = await look();
      setStage(checked.ok ? { at: 'summary', file, found: checked.value } : { at: 'problems', file, told: await problemTexts(checked.problems, locale) });
    } catch (error) {
      setStage({ at: 'failed', words: transfer.unreadable({ reason: error instanceof Error ? error.message : String(error) }) });
    }
  };
  const take = (file: File | undefined): void => { if (file) void inspect(file.name.slice(0, 80), async () => inspectFile(file.size, async () => file.arrayBuffer())); };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    const text = event.dataTransfer.getData('text/plain');
    if (file) take(file);
    else if (text !== '') void inspect(transfer.pasted, async () => inspectText(text));
  };
  const open = async (file: string, found: Inspected): Promise<void> => {
    onClose();
    const session = store.getState();
    if (found.kind === 'run') await session.importRun(found.text, file);
    else await session.open(found.copy ? await renamed(found.scenario) : found.scenario);
  };

  const again = <Button onClick={() => setStage({ at: 'choose' })}>{transfer.other}</Button>;
  const footer = (
    <>
      {stage.at === 'choose' || stage.at === 'reading' ? null : again}
      <Button onClick={onClose}>{app.cancel}</Button>
      {stage.at === 'summary' && <Button tone="primary" onClick={() => void open(stage.file, stage.found)}>{transfer.openIt}</Button>}
      {stage.at === 'choose' && <Button tone="primary" disabled={pasted.trim() === ''} onClick={() => void inspect(transfer.pasted, async () => inspectText(pasted))}>{transfer.check}</Button>}
    </>
  );
  return (
    <Dialog title={transfer.importTitle} wide onClose={onClose} footer={footer}>
      {stage.at === 'choose' && (
        <>
          <p className={styles.text}>{transfer.importWhat}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is one more way; the button is the first */}
          <div className={styles.drop} data-over={over || undefined} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
            <Button icon={<FileUp aria-hidden />} onClick={() => picker.current?.click()}>{transfer.choose}</Button>
            <span>{transfer.drop}</span>
            <input
              ref={picker} type="file" accept=".json,application/json" aria-label={transfer.choose} tabIndex={-1} className={styles.file}
              onChange={(event) => { take(event.target.files?.[0]); event.target.value = ''; }}
            />
          </div>
          <div className={styles.field}>
            <label htmlFor={id} className={styles.label}>{transfer.paste}</label>
            <textarea id={id} spellCheck={false} className={`${styles.link} ${styles.paste}`} value={pasted} onChange={(event) => setPasted(event.target.value)} />
          </div>
        </>
      )}
      {stage.at === 'reading' && <p role="status" className={styles.note}><Info aria-hidden />{transfer.reading}</p>}
      {stage.at === 'failed' && <p role="alert" className={styles.bad}><CircleAlert aria-hidden />{stage.words}</p>}
      {stage.at === 'problems' && (
        <div role="alert" className={styles.summary}>
          <p className={styles.bad}><CircleAlert aria-hidden />{transfer.problems({ file: stage.file, count: stage.told.length, formatted: format.number(stage.told.length) })}</p>
          <ul className={styles.problems}>
            {stage.told.slice(0, MOST_TOLD).map(({ place, words }) => <li key={`${place} ${words}`}>{place !== '' && <span className={styles.place}>{place}</span>}{words}</li>)}
          </ul>
          {stage.told.length > MOST_TOLD && <p className={styles.note}>{transfer.more}</p>}
        </div>
      )}
      {stage.at === 'summary' && <ImportSummary found={stage.found} />}
    </Dialog>
  );
}
