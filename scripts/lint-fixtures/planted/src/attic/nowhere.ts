import { now } from '#kernel/clock.ts'; // expect: sagascope(layers)

export const attic = now;
