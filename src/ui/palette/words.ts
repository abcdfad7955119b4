/** A failure kind, a target and an occurrence in the person's words. */
import { useLocale } from '../kit/locale.tsx';
import { textIn } from '../kit/scenario.ts';
import type { ScenarioText } from '../kit/scenario.ts';
import { useSession } from '../session-context.tsx';
import type { FailurePoint, FailureTarget, Occurrence } from '#trace/records.ts';

export interface FailureWords {
  name(kind: string): string;
  what(kind: string): string;
  target(target: FailureTarget): string;
  /** The name of what a process is: a service, the orchestrator, the read side. */
  process(id: string): string;
  step(id: string): string;
  occurrence(occurrence: Occurrence): string;
  badge(point: FailurePoint): string;
}

export function useFailureWords(): FailureWords {
  const { locale, messages: { failures, flow }, format } = useLocale();
  const scenario = useSession((session) => session.scenario);
  const kinds: { readonly [kind: string]: { readonly name: string; readonly what: string } } = failures.kinds;
  const own = (name: ScenarioText | undefined, id: string): string => (name ? textIn(name, locale) : id);
  const words: FailureWords = {
    name: (kind) => kinds[kind]?.name ?? kind,
    what: (kind) => kinds[kind]?.what ?? failures.unknownKind,
    step: (id) => own(scenario.saga.steps.find((step) => step.id === id)?.name, id),
    process: (id) => {
      if (id === 'orchestrator') return flow.orchestrator;
      if (id === 'projector') return flow.projector;
      return own(scenario.services.find((service) => service.id === id)?.name, id);
    },
    target: (target) => {
      if ('process' in target) return words.process(target.process);
      const step = scenario.saga.steps.find(({ id }) => id === target.step);
      return own(target.phase === 'compensation' ? step?.compensation?.name : step?.name, target.step);
    },
    occurrence: (occurrence) => {
      if (occurrence.mode === 'nth') return failures.shortNth({ n: format.number(occurrence.n) });
      if (occurrence.mode === 'first-n') return failures.shortFirstN({ n: format.number(occurrence.n) });
      return failures.shortOccurrence[occurrence.mode];
    },
    badge: ({ kind, target, occurrence }) => {
      const when = occurrence.mode === 'nth' ? failures.longNth({ n: format.number(occurrence.n) })
        : occurrence.mode === 'first-n' ? failures.longFirstN({ n: format.number(occurrence.n) }) : failures.occurrences[occurrence.mode];
      return failures.badge({ failure: words.name(kind), target: words.target(target), when });
    },
  };
  return words;
}
