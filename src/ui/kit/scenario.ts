/** The scenario document's types, by way of the session: ui/ knows no scenarios/. */
import type { Session } from '#session/state.ts';

export type Scenario = Session['scenario'];

/** Where a service stands in the scenario: its lane's colour. -1 for what is no service. */
export const serviceIndex = (scenario: Scenario, id: string): number => scenario.services.findIndex((service) => service.id === id);
