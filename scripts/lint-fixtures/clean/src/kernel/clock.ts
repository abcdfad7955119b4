import type { Trace } from '#trace/records.ts';
import { tick } from './deep/tick.ts';

export const now = (trace: Trace): number => tick(trace.length);
export const largest = (a: number, b: number): number => Math.max(a, b);
