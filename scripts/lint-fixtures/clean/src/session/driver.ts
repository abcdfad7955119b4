import { now } from '#kernel/clock.ts';
import { rows } from '#views/log.ts';

export const frame = (trace: readonly string[]): number => rows(trace, now(trace)).length + Date.now();
