/** Places one order, or starts again with a workload of many. */
import { useRef, useState } from 'react';
import type { Row } from '#trace/records.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { useMessages } from '../kit/locale.tsx';
import { useActions, useSession } from '../session-context.tsx';
import styles from './OrderDialog.module.css';
import { Input, useFieldName } from './OrderFields.tsx';
import { fieldsOf } from './request.ts';

const whole = (text: string, min: number, max: number): number => Math.max(min, Math.min(max, Math.round(Number(text)) || min));

export function OrderDialog({ onClose }: { onClose: () => void }) {
  const { orders, app } = useMessages();
  const name = useFieldName();
  const session = useActions();
  const form = useRef<HTMLDivElement>(null);
  const scenario = useSession((state) => state.scenario);
  const [request, setRequest] = useState<Row>(() => scenario.workload.requests[0] ?? {});
  const [count, setCount] = useState(() => Math.max(2, scenario.workload.count));
  const [interval, setEvery] = useState(scenario.workload.interval);
  const place = (): void => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (wrong) {
      wrong.focus();
      return;
    }
    session.placeOrder(request);
    onClose();
  };
  const footer = (
    <>
      <Button onClick={onClose}>{app.cancel}</Button>
      <Button tone="primary" onClick={place}>{orders.place}</Button>
    </>
  );
  return (
    <Dialog title={orders.title} onClose={onClose} footer={footer}>
      <p className={styles.intro}>{orders.intro}</p>
      <div ref={form}>
        {fieldsOf(scenario).map((field) => (
          <div key={field.id} className={styles.field}>
            <span className={styles.name}>{name(field.id)}</span>
            <Input field={field} label={name(field.id)} value={request[field.id] ?? null} change={(value) => setRequest((before) => ({ ...before, [field.id]: value }))} />
          </div>
        ))}
      </div>
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
