import type { now } from '#kernel/clock.ts';

export type Clock = typeof now;
