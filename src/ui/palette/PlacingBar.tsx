/** Says what is in the hand, how to put it down, and where to see it at work. */
import { lazy, Suspense } from 'react';
import { failureKind } from '#session/failure-kinds.ts';
import { useMessages } from '../kit/locale.tsx';
import { Button } from '../kit/Button.tsx';
import { useSession, useSessionStore } from '../session-context.tsx';
import { TOUCH, useMedia } from '../kit/use-media.ts';
import { putDown } from './hand.ts';
import { FailureIcon } from './icons.tsx';
import { usePlace } from './PlaceHere.tsx';
import styles from './PlacingBar.module.css';
import { useFailureWords } from './words.ts';

const ShowMe = lazy(async () => ({ default: (await import('./ShowMe.tsx')).ShowMe }));

const READ_SIDE = { process: 'projector' };

export function PlacingBar() {
  const { flow, app } = useMessages();
  const words = useFailureWords();
  const store = useSessionStore();
  const touch = useMedia(TOUCH);
  const armed = useSession((state) => state.armed);
  const place = usePlace(READ_SIDE);
  if (armed === null) return null;
  // The only place there is: it need not be looked for.
  const only = failureKind(armed)?.attachesTo.every((where) => where === 'projector') ?? false;
  return (
    <div className={styles.bar} role="status">
      <FailureIcon kind={armed} />
      <span className={styles.text}>{(touch ? flow.placingTouch : flow.placing)({ failure: words.name(armed) })}</span>
      <Suspense><ShowMe kind={armed} /></Suspense>
      {only && <Button tone="primary" onClick={place}>{flow.placeAt({ target: words.target(READ_SIDE) })}</Button>}
      <Button onClick={() => putDown(store)}>{touch ? app.cancel : flow.cancelPlacing}</Button>
    </div>
  );
}
