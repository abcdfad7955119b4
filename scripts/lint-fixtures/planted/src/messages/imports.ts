import type { Trace } from '#trace/records.ts'; // expect: sagascope(layers)

export const english = (trace: Trace): string => `${trace.length} records`;
