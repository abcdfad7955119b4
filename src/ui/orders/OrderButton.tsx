import { ShoppingCart } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import { OrderDialog } from './OrderDialog.tsx';
import styles from './OrderDialog.module.css';

export function OrderButton() {
  const { flow } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" className={styles.open} icon={<ShoppingCart aria-hidden />} aria-haspopup="dialog" aria-label={flow.placeOrder} hint={flow.placeOrder} onClick={() => setOpen(true)}>{flow.placeOrder}</Button>
      {open && <OrderDialog onClose={() => setOpen(false)} />}
    </>
  );
}
