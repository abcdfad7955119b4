/** The presets for the screen, and which seeds there are: it knows the session and not the scenarios. */
export { PRESETS } from '#scenarios/presets/index.ts';
export { MAX_SEED, parseSeed } from '#scenarios/defaults.ts';
