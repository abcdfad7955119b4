import { rows } from '#views/log.ts'; // expect: sagascope(layers)

export const csv = (): string => rows([], 0).join(',');
