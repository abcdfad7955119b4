import type { ColumnChange } from '#views/changes.ts';
import { shownText, shownValue } from '#views/shown-text.ts';
import type { CellWords } from '../data/cell-words.ts';
import { useMessages } from '../kit/locale.tsx';
import styles from './Inspector.module.css';

const AS_STORED: CellWords = { column: (id) => shownText(id, 40), value: (_, value, limit) => shownValue(value, limit) };

/** column: before → after */
export function ChangeList({ changes, words = AS_STORED }: { readonly changes: readonly ColumnChange[]; readonly words?: CellWords }) {
  const { inspector: texts } = useMessages();
  return (
    <ul className={styles.changes}>
      {changes.map(({ column, before, after }) => (
        <li key={column}>
          <span className={styles.column}>{words.column(column)}</span>{' '}
          {before !== undefined && <><del>{words.value(column, before, 80)}</del>{' → '}</>}
          <ins>{after === undefined ? texts.row.nothing : words.value(column, after, 80)}</ins>
        </li>
      ))}
    </ul>
  );
}
