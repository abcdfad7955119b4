import type { DatabaseView } from '#views/databases.ts';
import { shownText } from '#views/shown-text.ts';
import { useLocale } from '../kit/locale.tsx';
import styles from './Databases.module.css';

interface ListProps {
  readonly view: DatabaseView;
  readonly chosen: string;
  readonly onChoose: (table: string) => void;
  readonly label: string;
}

export function TableList({ view, chosen, onChoose, label }: ListProps) {
  const { messages: { databases: texts }, format } = useLocale();
  return (
    <ul className={styles.tables} aria-label={label}>
      {view.tables.map(({ id, count, touched, system }) => (
        <li key={id}>
          <button
            type="button" className={styles.tableName} aria-pressed={id === chosen} data-table={id} data-system={system} onClick={() => onChoose(id)}
            data-hint={[shownText(id, 60), texts.rows(count, format.number(count)), system ? texts.system : '', touched > 0 ? texts.touched(touched) : ''].filter(Boolean).join(' · ')}
          >
            <span className={styles.tableText}>{shownText(id, 60)}</span>
            {touched > 0 && <span className={styles.mark} key={view.last?.seq}><span aria-hidden>●</span><span className="visually-hidden">{texts.touched(touched)}</span></span>}
            <span className={styles.count}>{format.number(count)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
