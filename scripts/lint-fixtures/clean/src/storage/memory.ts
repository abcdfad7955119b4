import type { Clock } from './port.ts';

export const open = (clock: Clock): number => clock([]);
