/** A link to the scene that shows a failure kind; pressed, it opens the scene and runs it. Loaded when somebody asks. */
import { CirclePlay } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { FAILURE_SCENES, failureGuide } from '#messages/areas/failure-guide.ts';
import { parseLink } from '#session/link.ts';
import { useLocale } from '../kit/locale.tsx';
import { useSessionStore } from '../session-context.tsx';
import styles from './ShowMe.module.css';
import { usePlacing } from './placing.ts';
import { useFailureWords } from './words.ts';

export function ShowMe({ kind }: { kind: string }) {
  const { locale } = useLocale();
  const words = useFailureWords();
  const store = useSessionStore();
  const guide = failureGuide[locale];
  const scene = FAILURE_SCENES[kind];
  if (scene === undefined) return null;
  const show = async (): Promise<void> => {
    const link = await parseLink(scene);
    if (!link.ok || !link.value) return;
    const session = store.getState();
    session.arm(null);
    usePlacing.setState({ sheet: false });
    history.replaceState(history.state, '', scene);
    await session.open(link.value.scenario, link.value.seed);
    store.getState().play();
  };
  const onClick = (event: MouseEvent): void => {
    // In another tab it opens by itself.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void show();
  };
  return (
    <a className={styles.show} href={scene} aria-label={`${guide.showMe}: ${words.name(kind)}`} data-hint={guide.showMeHint} onClick={onClick}>
      <CirclePlay aria-hidden />{guide.showMe}
    </a>
  );
}

/** What a kind is, what a correct saga does about it, and the way to see it; beside the palette's button. */
export function KindCard({ kind, anchor, onClose }: { kind: string; anchor: RefObject<HTMLElement | null>; onClose: () => void }) {
  const { locale } = useLocale();
  const words = useFailureWords();
  const guide = failureGuide[locale];
  const correct: { readonly [kind: string]: string } = guide.kinds;
  const card = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = card.current!;
    const box = anchor.current?.getBoundingClientRect();
    element.showPopover();
    if (!box) return;
    const { offsetWidth: width, offsetHeight: height } = element;
    const beside = box.right + width + 8 <= innerWidth;
    element.style.left = `${beside ? box.right + 2 : Math.max(6, innerWidth - width - 6)}px`;
    element.style.top = `${Math.max(6, Math.min(innerHeight - height - 6, beside ? box.top - 6 : box.top - height - 4))}px`;
  }, [anchor]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape, pressed on its link, closes it
    <div
      ref={card} popover="manual" className={styles.card} role="note" aria-label={words.name(kind)}
      onKeyDown={(event) => { if (event.key === 'Escape') { event.stopPropagation(); anchor.current?.querySelector('button')?.focus(); onClose(); } }}
    >
      <strong>{words.name(kind)}</strong>
      <p>{words.what(kind)}</p>
      <p><span className={styles.correct}>{guide.correct}</span> {correct[kind]}</p>
      <ShowMe kind={kind} />
    </div>
  );
}
