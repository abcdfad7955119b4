/** The read side: every projection of the scenario as its last commit left it, beside what it still has to catch up with. */
import { Table2 } from 'lucide-react';
import { useMemo } from 'react';
import { changesBy, projectionsView } from '#views/projections.ts';
import { EmptyState } from '../kit/EmptyState.tsx';
import { FullPanel } from '../data/FullPanel.tsx';
import { useLocale } from '../kit/locale.tsx';
import { useSession } from '../session-context.tsx';
import { ProjectionCard } from './ProjectionCard.tsx';
import styles from './Projections.module.css';

const NOTHING_LIT: ReadonlySet<string> = new Set();

export function Projections() {
  const { messages: { projections: texts }, format } = useLocale();
  const trace = useSession((session) => session.trace);
  const seq = useSession((session) => session.playhead.seq);
  const documents = useSession((session) => session.scenario.projections);
  const selection = useSession((session) => session.selection);
  const { head, projections } = projectionsView(trace, seq);
  const selected = selection?.type === 'event' ? selection.position : null;
  const lit = useMemo(() => {
    if (selected === null) return NOTHING_LIT;
    return new Set(changesBy(trace, selected, seq).flatMap(({ projection, key, cells }) => cells.map(({ column }) => `${projection}/${key}/${column}`)));
  }, [trace, seq, selected]);

  return (
    <FullPanel title={texts.title} aside={head > 0 && <span data-hint={texts.headHint}>{texts.head(format.number(head))}</span>}>
      {documents.length === 0 ? <EmptyState icon={<Table2 />} title={texts.emptyTitle}>{texts.emptyHow}</EmptyState> : (
        <div className={styles.sheet}>
          <div className={styles.cards}>
            {documents.map((document) => (
              <ProjectionCard key={document.id} document={document} view={projections.find(({ id }) => id === document.id) ?? null} head={head} trace={trace} seq={seq} lit={lit} />
            ))}
          </div>
        </div>
      )}
    </FullPanel>
  );
}
