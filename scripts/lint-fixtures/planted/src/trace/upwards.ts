import { now } from '#kernel/clock.ts'; // expect: sagascope(layers)
import type { Clock } from '#kernel/clock.ts'; // expect: sagascope(layers)

export const at = (clock: Clock): number => now(clock);
