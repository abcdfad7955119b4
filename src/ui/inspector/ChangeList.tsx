import type { ColumnChange } from '#views/changes.ts';
import { shownText, shownValue } from '#views/shown-text.ts';
import { useMessages } from '../kit/locale.tsx';
import styles from './Inspector.module.css';

/** column: before → after */
export function ChangeList({ changes }: { readonly changes: readonly ColumnChange[] }) {
  const { inspector: texts } = useMessages();
  return (
    <ul className={styles.changes}>
      {changes.map(({ column, before, after }) => (
        <li key={column}>
          <span className={styles.column}>{shownText(column, 40)}</span>{' '}
          {before !== undefined && <><del>{shownValue(before, 80)}</del>{' → '}</>}
          <ins>{after === undefined ? texts.row.nothing : shownValue(after, 80)}</ins>
        </li>
      ))}
    </ul>
  );
}
