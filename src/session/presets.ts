/** The presets for the screen, which knows the session and not the scenarios. */
export { PRESETS } from '#scenarios/presets/index.ts';
