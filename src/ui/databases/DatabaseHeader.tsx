import type { DatabaseView } from '#views/databases.ts';
import type { Names } from '../data/names.ts';
import { wordFor } from '../data/names.ts';
import { useSelect } from '../data/use-select.ts';
import { useLocale } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import styles from './Databases.module.css';

/** The database's name, so that the browser's storage inspector can be compared, and what its last transaction was. */
export function DatabaseHeader({ view, names }: { readonly view: DatabaseView; readonly names: Names }) {
  const { messages: { databases: texts, inspector: words }, format } = useLocale();
  const run = useSession((session) => session.run);
  const inMemory = useSession((session) => session.storage === 'memory');
  const select = useSelect();
  const { process, last } = view;
  return (
    <div className={styles.header}>
      <code data-hint={inMemory ? texts.memoryHint : texts.nameHint}>sagascope-{run}-{process.id}</code>
      {inMemory && <span className={styles.soft}>{texts.memory}</span>}
      {process.store !== null && <span className={styles.soft}>{wordFor(texts.stores, process.store)}</span>}
      {last === null ? <span className={styles.soft}>{texts.noneYet}</span> : (
        <button type="button" className={styles.last} onClick={() => select({ type: 'record', seq: last.seq })}>
          {texts.last(`${names.participant(last.participant)}: ${wordFor(words.notes, last.note)}`, format.ms(last.at))}
        </button>
      )}
    </div>
  );
}
