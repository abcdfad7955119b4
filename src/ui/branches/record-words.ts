/** One record of a trace in a line of words. */
import type { TraceRecord } from '#trace/records.ts';
import { shownText } from '#views/shown-text.ts';
import { useNames, wordFor } from '../data/names.ts';
import { useLocale } from '../kit/locale.tsx';
import { useFailureWords } from '../palette/words.ts';

export function useRecordWords(): (record: TraceRecord) => string {
  const { messages: { inspector: texts, app }, format } = useLocale();
  const names = useNames();
  const failures = useFailureWords();
  const particulars = (record: TraceRecord): readonly string[] => {
    switch (record.kind) {
      case 'transition': return [
        names.participant(record.participant), wordFor(texts.notes, record.note),
        ...record.faults.map(({ kind }) => failures.name(kind)),
        ...(record.commit?.events ?? []).map(({ type }) => shownText(type, 60)),
        ...record.sends.slice(0, 3).map(({ kind, type, to }) => `${wordFor(texts.messageKinds, kind)} ${wordFor(texts.messageTypes, type)} → ${names.participant(to)}`),
      ];
      case 'intervention': return [wordFor(texts.actions, record.action.type), ...('point' in record.action ? [failures.badge(record.action.point)] : [])];
      case 'run-ended': return [wordFor(app.outcomes, record.outcome)];
      case 'run-started': return [`${app.seed} ${record.seed}`];
      default: return [names.process(record.process)];
    }
  };
  return (record) => [format.ms(record.at), wordFor(texts.recordKinds, record.kind), ...particulars(record)].join(' · ');
}
