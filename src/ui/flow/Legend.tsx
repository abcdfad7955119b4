/** What the shapes and colours mean: messages, marks, the colour of the past, the hash. Loaded when somebody asks. */
import { legendTexts } from '#messages/areas/legend.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { useLocale } from '../kit/locale.tsx';
import marks from '../playback/Timeline.module.css';
import styles from './Legend.module.css';
import tokens from './Tokens.module.css';
import type { TokenLook } from './token-look.ts';

const GLYPHS: { readonly [look in TokenLook]: string } = { command: '', compensation: '', 'reply-ok': '✓', 'reply-no': '✕', event: '' };
const LOOKS = Object.keys(GLYPHS) as TokenLook[];
const MARKS = ['commit', 'compensation', 'failure', 'intervention', 'end'] as const;

export function Legend() {
  const { locale } = useLocale();
  const texts = legendTexts[locale];
  return (
    <div className={styles.legend}>
      <section>
        <h3 className={styles.title}>{texts.messages}</h3>
        <ul className={styles.list}>
          {LOOKS.map((look) => <li key={look}><span className={styles.sign}><span className={tokens.token} data-look={look} aria-hidden>{GLYPHS[look]}</span></span>{texts.looks[look]}</li>)}
          <li><span className={styles.sign}><span className={tokens.token} data-lost aria-hidden>✕</span></span>{texts.looks.lost}</li>
          <li><span className={styles.sign}><span className={tokens.token} data-copy aria-hidden /></span>{texts.looks.copy}</li>
        </ul>
      </section>
      <section>
        <h3 className={styles.title}>{texts.timeline}</h3>
        <ul className={styles.list}>{MARKS.map((mark) => <li key={mark}><span className={styles.sign}><span className={marks.mark} data-type={mark} aria-hidden /></span>{texts.marks[mark]}</li>)}</ul>
        <h3 className={styles.title}>{texts.other}</h3>
        <ul className={styles.list}>
          <li><span className={marks.time} data-past aria-hidden>{texts.past}</span>{texts.pastWhat}</li>
          <li><code aria-hidden>{texts.hash}</code>{texts.hashWhat}</li>
        </ul>
      </section>
    </div>
  );
}

export function LegendDialog({ onClose }: { onClose: () => void }) {
  const { locale } = useLocale();
  return <Dialog title={legendTexts[locale].title} onClose={onClose} wide><Legend /></Dialog>;
}
