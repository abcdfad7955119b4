/** The failures that can be dropped, one button each: drag it, or press it and choose a place. */
import { FAILURE_KINDS } from '#session/failure-kinds.ts';
import { useDescription } from '../kit/description.tsx';
import { useMessages } from '../kit/locale.tsx';
import { Panel } from '../kit/Panel.tsx';
import { useSession } from '../session-context.tsx';
import { FailureIcon } from './icons.tsx';
import styles from './Palette.module.css';
import { useDrag } from './useDrag.ts';
import { useFailureWords } from './words.ts';

function PaletteButton({ kind }: { kind: string }) {
  const words = useFailureWords();
  const armed = useSession((session) => session.armed === kind);
  const drag = useDrag(kind);
  const description = useDescription(words.what(kind));
  return (
    <button type="button" className={styles.kind} data-kind={kind} aria-pressed={armed} {...description.props} data-hint={`${words.name(kind)}\n${words.what(kind)}`} {...drag}>
      {description.element}
      <FailureIcon kind={kind} />
      <span className={styles.name}>{words.name(kind)}</span>
    </button>
  );
}

export function Palette() {
  const { failures } = useMessages();
  return (
    <Panel title={failures.title} className={styles.panel} flush>
      <div className={styles.kinds}>
        {FAILURE_KINDS.map(({ id }) => <PaletteButton key={id} kind={id} />)}
      </div>
      <p className={styles.how}>{failures.how}, {failures.howKeys}.</p>
    </Panel>
  );
}
