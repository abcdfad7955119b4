import type { Trace } from '#trace/records.ts';

export const rows = (trace: Trace, playhead: number): readonly string[] => trace.slice(0, playhead);
