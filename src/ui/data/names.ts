/** What the participants, steps and processes of the scenario are called in the present language, and whose colour they have. */
import { useMemo } from 'react';
import type { ParticipantId } from '#trace/records.ts';
import { shownText } from '#views/shown-text.ts';
import { databaseOf } from '#views/databases-journal.ts';
import { serviceColour } from '../kit/colour.ts';
import { useLocale } from '../kit/locale.tsx';
import { textIn } from '../kit/scenario.ts';
import type { ScenarioText } from '../kit/scenario.ts';
import { useSession } from '../session-context.tsx';

export interface Names {
  readonly participant: (id: ParticipantId) => string;
  readonly process: (id: string) => string;
  readonly step: (id: string, phase?: 'action' | 'compensation') => string;
  readonly projection: (id: string) => string;
  /** The colour of a service; for anybody else the colour that belongs to nobody. */
  readonly colour: (participant: ParticipantId) => string;
}

/** The word for an identifier that the catalogue may not know yet: then the identifier itself. */
export const wordFor = (words: { readonly [id: string]: string }, id: string): string => (Object.hasOwn(words, id) ? words[id]! : shownText(id, NAME_LIMIT));

const NAME_LIMIT = 60;

export function useNames(): Names {
  const scenario = useSession((session) => session.scenario);
  const { locale, messages: { inspector } } = useLocale();
  return useMemo(() => {
    const own = (name: ScenarioText | undefined, id: string): string => shownText(name ? textIn(name, locale) : id, NAME_LIMIT);
    const process = (id: string): string => {
      if (id === 'orchestrator') return inspector.orchestrator;
      return id === 'projector' ? inspector.projector : own(scenario.services.find((service) => service.id === id)?.name, id);
    };
    const projection = (id: string): string => own(scenario.projections.find((view) => view.id === id)?.name, id);
    return {
      process,
      projection,
      participant(id) {
        if (id === 'client') return inspector.client;
        if (id.startsWith('relay:')) return inspector.relayOf(process(id.slice('relay:'.length)));
        return id.startsWith('projection:') ? inspector.projectionOf(projection(id.slice('projection:'.length))) : process(id);
      },
      step(id, phase = 'action') {
        const step = scenario.saga.steps.find((one) => one.id === id);
        return own(phase === 'compensation' ? step?.compensation?.name : step?.name, id);
      },
      colour: (participant) => serviceColour(scenario.services.findIndex(({ id }) => id === databaseOf(participant))),
    };
  }, [scenario, locale, inspector]);
}
