/**
 * The version of the engine: of kernel, patterns and compilation together. Raise it by hand whenever the same scenario, seed and
 * interventions leave another trace than before: saved runs and run files carry it, and a run of another version cannot be continued or
 * replayed here to the same hash. Without it, an update would look like damaged databases.
 */
export const ENGINE_VERSION = 1;
