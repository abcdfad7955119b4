import { ShoppingCart } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { useMessages } from '../kit/locale.tsx';
import styles from './OrderButton.module.css';

const OrderDialog = lazy(async () => ({ default: (await import('./OrderDialog.tsx')).OrderDialog }));

export function OrderButton() {
  const { flow } = useMessages();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button tone="quiet" className={styles.open} icon={<ShoppingCart aria-hidden />} aria-haspopup="dialog" aria-label={flow.placeOrder} hint={flow.placeOrder} onClick={() => setOpen(true)}>{flow.placeOrder}</Button>
      {open && <Suspense><OrderDialog onClose={() => setOpen(false)} /></Suspense>}
    </>
  );
}
