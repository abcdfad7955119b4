/** The fields of one order. What is typed and wrong is told at its field; the order waits until it is right. */
import { Plus, X } from 'lucide-react';
import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Json, Row } from '#trace/records.ts';
import { Button, IconButton } from '../kit/Button.tsx';
import { useFormat, useMessages } from '../kit/locale.tsx';
import styles from './OrderDialog.module.css';
import { emptyLine, typedNumber } from './request.ts';
import type { Field, NumberField } from './request.ts';

interface InputProps<F = Field> {
  readonly field: F;
  readonly value: Json;
  readonly label: string;
  readonly change: (value: Json) => void;
}
const parse = (text: string): Json | undefined => { try { return JSON.parse(text) as Json; } catch { return undefined; } };

export function useFieldName(): (id: string) => string {
  const { orders } = useMessages();
  const names: { readonly [field: string]: string } = orders.fields;
  return (id) => names[id] ?? id;
}

export function Input({ field, ...props }: InputProps) {
  const { label, value, change } = props;
  switch (field.type) {
    case 'text':
      return (
        <select aria-label={label} value={String(value)} onChange={(event) => change(event.target.value)}>
          {field.choices.map((choice) => <option key={choice}>{choice}</option>)}
        </select>
      );
    case 'number': return <NumberInput field={field} {...props} />;
    case 'json': return <JsonInput field={field} {...props} />;
    case 'list': return <Lines field={field} {...props} />;
  }
}

function NumberInput({ field, value, label, change }: InputProps<NumberField>) {
  const { orders } = useMessages();
  const format = useFormat();
  const [typed, type] = useState(String(value));
  const right = typedNumber(field, typed) !== null;
  const range = { least: format.number(field.least), most: format.number(field.most) };
  const why = field.whole ? orders.whole(range) : orders.number(range);
  return (
    <Told why={right ? null : why}>
      {(told) => (
        <input
          type="number" aria-label={label} min={field.least} max={field.most} step={field.whole ? 1 : 'any'} value={typed} required {...told}
          onChange={(event) => { type(event.target.value); const next = typedNumber(field, event.target.value); if (next !== null) change(next); }}
        />
      )}
    </Told>
  );
}

function JsonInput({ value, label, change }: InputProps) {
  const { orders } = useMessages();
  const [right, setRight] = useState(true);
  return (
    <Told why={right ? null : orders.badJson}>
      {(told) => (
        <textarea
          aria-label={label} title={orders.asJson} defaultValue={JSON.stringify(value)} {...told}
          onChange={(event) => { const next = parse(event.target.value); setRight(next !== undefined); if (next !== undefined) change(next); }}
        />
      )}
    </Told>
  );
}

/** A field with what is wrong with it, to the eye and to the ear. */
function Told({ why, children }: { why: string | null; children: (told: { 'aria-invalid'?: true; 'aria-describedby'?: string }) => ReactNode }) {
  const id = useId();
  return (
    <span className={styles.told}>
      {children(why === null ? {} : { 'aria-invalid': true, 'aria-describedby': id })}
      {why !== null && <span id={id} role="alert" className={styles.wrong}>{why}</span>}
    </span>
  );
}

function Lines({ field, value, change }: InputProps<Extract<Field, { type: 'list' }>>) {
  const { orders } = useMessages();
  const name = useFieldName();
  const rows = (value ?? []) as readonly Row[];
  // A number for each line, so that what was typed into it goes with it.
  const [lines, setLines] = useState(() => ({ ids: rows.map((_, index) => index), next: rows.length }));
  const remove = (index: number): void => {
    setLines({ ...lines, ids: lines.ids.filter((_, at) => at !== index) });
    change(rows.filter((_, at) => at !== index));
  };
  const add = (): void => {
    setLines({ ids: [...lines.ids, lines.next], next: lines.next + 1 });
    change([...rows, emptyLine(field.columns)]);
  };
  return (
    <div className={styles.lines}>
      {rows.map((row, index) => (
        <div key={lines.ids[index]} className={styles.line}>
          {field.columns.map((column) => (
            <Input key={column.id} field={column} label={`${name(column.id)} ${index + 1}`} value={row[column.id] ?? null} change={(next) => change(rows.map((line, at) => (at === index ? { ...line, [column.id]: next } : line)))} />
          ))}
          <IconButton label={orders.removeItem({ n: String(index + 1) })} icon={<X />} disabled={rows.length === 1} onClick={() => remove(index)} />
        </div>
      ))}
      <Button tone="quiet" icon={<Plus aria-hidden />} onClick={add}>{orders.addItem}</Button>
    </div>
  );
}
