import { now } from '#kernel/clock.ts';
import type { Trace } from '#trace/records.ts';

export const due = (trace: Trace): boolean => now(trace) > 0;
