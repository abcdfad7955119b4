/** Places one order, or starts again with a workload of many. */
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Json, Row } from '#trace/records.ts';
import { Button, IconButton } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './OrderDialog.module.css';
import { emptyLine, fieldsOf } from './request.ts';
import type { Field } from './request.ts';

const parse = (text: string): Json | undefined => { try { return JSON.parse(text) as Json; } catch { return undefined; } };
const whole = (text: string, min: number, max: number): number => Math.max(min, Math.min(max, Math.round(Number(text)) || min));

function useFieldName(): (id: string) => string {
  const { orders } = useMessages();
  const names: { readonly [field: string]: string } = orders.fields;
  return (id) => names[id] ?? id;
}

function Input({ field, value, label, change }: { field: Field; value: Json; label?: string; change: (value: Json) => void }) {
  const { orders } = useMessages();
  switch (field.type) {
    case 'text':
      return (
        <select aria-label={label} value={String(value)} onChange={(event) => change(event.target.value)}>
          {field.choices.map((choice) => <option key={choice}>{choice}</option>)}
        </select>
      );
    case 'number': return <input type="number" aria-label={label} min={0} step="any" value={Number(value)} onChange={(event) => change(Math.max(0, Number(event.target.value) || 0))} />;
    case 'json': return <textarea aria-label={label} title={orders.asJson} defaultValue={JSON.stringify(value)} onChange={(event) => { const next = parse(event.target.value); if (next !== undefined) change(next); }} />;
    case 'list': return <Lines field={field} rows={(value ?? []) as readonly Row[]} change={change} />;
  }
}

function Lines({ field, rows, change }: { field: Extract<Field, { type: 'list' }>; rows: readonly Row[]; change: (rows: readonly Row[]) => void }) {
  const { orders } = useMessages();
  const name = useFieldName();
  return (
    <div className={styles.lines}>
      {rows.map((row, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
        <div key={index} className={styles.line}>
          {field.columns.map((column) => (
            <Input key={column.id} field={column} label={`${name(column.id)} ${index + 1}`} value={row[column.id] ?? null} change={(value) => change(rows.map((line, at) => (at === index ? { ...line, [column.id]: value } : line)))} />
          ))}
          <IconButton label={orders.removeItem({ n: String(index + 1) })} icon={<X />} disabled={rows.length === 1} onClick={() => change(rows.filter((_, at) => at !== index))} />
        </div>
      ))}
      <Button tone="quiet" icon={<Plus aria-hidden />} onClick={() => change([...rows, emptyLine(field.columns)])}>{orders.addItem}</Button>
    </div>
  );
}

export function OrderDialog({ onClose }: { onClose: () => void }) {
  const { orders, app } = useMessages();
  const name = useFieldName();
  const session = useActions();
  const scenario = useSession((state) => state.scenario);
  const [request, setRequest] = useState<Row>(() => scenario.workload.requests[0] ?? {});
  const [count, setCount] = useState(() => Math.max(2, scenario.workload.count));
  const [interval, setEvery] = useState(scenario.workload.interval);
  const footer = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button tone="primary" onClick={() => { session.placeOrder(request); onClose(); }}>{orders.place}</Button>
    </>
  );
  return (
    <Dialog title={orders.title} onClose={onClose} footer={footer}>
      <p className={styles.intro}>{orders.intro}</p>
      {fieldsOf(scenario).map((field) => (
        <div key={field.id} className={styles.field}>
          <span className={styles.name}>{name(field.id)}</span>
          <Input field={field} label={name(field.id)} value={request[field.id] ?? null} change={(value) => setRequest({ ...request, [field.id]: value })} />
        </div>
      ))}
      <fieldset className={styles.workload}>
        <legend>{orders.workload}</legend>
        <p className={styles.intro}>{orders.workloadIntro}</p>
        <label className={styles.field}><span className={styles.name}>{orders.count}</span><input type="number" min={1} max={500} value={count} onChange={(event) => setCount(whole(event.target.value, 1, 500))} /></label>
        <label className={styles.field}><span className={styles.name}>{orders.interval}</span><input type="number" min={0} max={60_000} value={interval} onChange={(event) => setEvery(whole(event.target.value, 0, 60_000))} /></label>
        <Button onClick={() => { void session.setWorkload(count, interval); onClose(); }}>{orders.startWorkload}</Button>
      </fieldset>
    </Dialog>
  );
}
