/** The failures that can be dropped, by what they hit, one button each: drag it, or press it and choose a place. */
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useDescription } from '../kit/description.tsx';
import { useMessages } from '../kit/locale.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useSession } from '../session-context.tsx';
import { PALETTE } from './groups.ts';
import { FailureIcon } from './icons.tsx';
import styles from './Palette.module.css';
import { useDrag } from './useDrag.ts';
import { useFailureWords } from './words.ts';

const KindCard = lazy(async () => ({ default: (await import('./ShowMe.tsx')).KindCard }));
const OPEN_AFTER = 450;
/** Time enough for the pointer to reach the card. */
const CLOSE_AFTER = 180;

/** A card that opens on hover and on keyboard focus, and stays while one is in it. */
function useCard() {
  const [open, setOpen] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const set = (next: boolean, after: number): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), after);
  };
  const close = (): void => { clearTimeout(timer.current); setOpen(false); };
  return { open, set, close };
}

function PaletteButton({ kind }: { kind: string }) {
  const words = useFailureWords();
  const armed = useSession((session) => session.armed === kind);
  const drag = useDrag(kind);
  const description = useDescription(words.what(kind));
  const row = useRef<HTMLLIElement>(null);
  const card = useCard();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- hover and focus of what is in it open its card
    <li
      ref={row} className={styles.row}
      onPointerEnter={({ pointerType, buttons }) => { if (pointerType === 'mouse' && buttons === 0) card.set(true, OPEN_AFTER); }}
      onPointerLeave={() => card.set(false, CLOSE_AFTER)}
      onFocus={({ target }) => { if (target.matches(':focus-visible')) card.set(true, 0); }}
      onBlur={({ relatedTarget }) => { if (!row.current?.contains(relatedTarget)) card.close(); }}
    >
      <button
        type="button" className={styles.kind} data-kind={kind} aria-pressed={armed} {...description.props} {...drag}
        onPointerDown={(event) => { card.close(); drag.onPointerDown(event); }}
        onKeyDown={(event) => { if (event.key === 'Escape') card.close(); }}
      >
        {description.element}
        <FailureIcon kind={kind} />
        <span className={styles.name}>{words.name(kind)}</span>
      </button>
      {card.open && <Suspense><KindCard kind={kind} anchor={row} onClose={card.close} /></Suspense>}
    </li>
  );
}

export function Palette() {
  const { failures } = useMessages();
  return (
    <Panel title={failures.title} className={styles.panel} flush>
      <div className={styles.kinds}>
        {PALETTE.map(({ id, kinds }) => (
          <section key={id} className={styles.group} aria-label={failures.groups[id]}>
            <h3 className={styles.heading}>{failures.groups[id]}</h3>
            <ul className={styles.list}>{kinds.map((kind) => <PaletteButton key={kind} kind={kind} />)}</ul>
          </section>
        ))}
      </div>
      <p className={styles.how}>{failures.how}, {failures.howKeys}.</p>
    </Panel>
  );
}
