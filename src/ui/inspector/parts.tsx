/** What every kind of selection is told with: sections, facts, JSON, and links that select something else. */
import type { ReactNode } from 'react';
import type { Json, StoredEvent } from '#trace/records.ts';
import type { Selection } from '#session/state.ts';
import { prettyJson, shownText } from '#views/shown-text.ts';
import { useSelect } from '../data/use-select.ts';
import { useMessages } from '../kit/locale.tsx';
import styles from './Inspector.module.css';

export const Section = ({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) => (
  <section className={styles.section} aria-label={title}>
    <h4 className={styles.sectionTitle}>{title}{aside !== undefined && <span className={styles.soft}>{aside}</span>}</h4>
    {children}
  </section>
);

/** What the selection is: its kind in small, its name in large. */
export const Heading = ({ kind, colour, children }: { readonly kind: string; readonly colour?: string; readonly children: ReactNode }) => (
  <header className={styles.heading} style={colour === undefined ? undefined : { borderLeftColor: colour }}>
    <p className={styles.soft}>{kind}</p>
    <h3 className={styles.name}>{children}</h3>
  </header>
);

export const Facts = ({ children }: { readonly children: ReactNode }) => <dl className={styles.facts}>{children}</dl>;

export const Fact = ({ name, hint, children }: { readonly name: string; readonly hint?: string | undefined; readonly children: ReactNode }) => (
  <div className={styles.fact}><dt data-hint={hint}>{name}</dt><dd>{children}</dd></div>
);

export function JsonBlock({ value, label }: { readonly value: Json; readonly label: string }) {
  const { inspector: texts } = useMessages();
  const { text, cut } = prettyJson(value);
  return (
    <>
      <pre className={styles.json} aria-label={label}>{text}</pre>
      {cut && <p className={styles.soft}>{texts.cut}</p>}
    </>
  );
}

export function Link({ to, hint, children }: { readonly to: Selection; readonly hint?: string; readonly children: ReactNode }) {
  const select = useSelect();
  return <button type="button" className={styles.link} data-hint={hint} onClick={() => select(to)}>{children}</button>;
}

export const EventLink = ({ event }: { readonly event: Pick<StoredEvent, 'position' | 'type'> }) => (
  <Link to={{ type: 'event', position: event.position }}>{shownText(event.type, 60)} <span className={styles.number}>#{event.position}</span></Link>
);

export const MessageLink = ({ id, children }: { readonly id: number; readonly children?: ReactNode }) => (
  <Link to={{ type: 'message', id }}>{children}{children !== undefined && ' '}<span className={styles.number}>m{id}</span></Link>
);

export const RecordLink = ({ seq, children }: { readonly seq: number; readonly children: ReactNode }) => <Link to={{ type: 'record', seq }}>{children}</Link>;
