/** The scenario document's types, by way of the session: ui/ knows no scenarios/. And its texts, which anybody may have written. */
import type { Locale } from '#messages/index.ts';
import type { Session } from '#session/state.ts';
import { shownLines } from '#views/shown-text.ts';

export type Scenario = Session['scenario'];
export type ScenarioText = Scenario['name'];

/** The longest text of a document: a description. */
const LONGEST = 2000;
/** A scenario's text in a language, nothing in it unseen. Components: `useText`. */
export const textIn = (text: ScenarioText, locale: Locale): string => shownLines(text[locale], LONGEST);

/** Where a service stands in the scenario: its lane's colour. -1 for what is no service. */
export const serviceIndex = (scenario: Scenario, id: string): number => scenario.services.findIndex((service) => service.id === id);
