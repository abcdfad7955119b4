/** Lane colours: Okabe and Ito's set, told apart by colour-blind eyes. They mark whose a thing is, and nothing else uses them. */
const LANE_COLOURS = 7;
/** By the service's index in the scenario (or in the trace's plan). */
export const serviceColour = (index: number): string => (index < 0 ? 'var(--lane-none)' : `var(--lane-${index % LANE_COLOURS})`);
