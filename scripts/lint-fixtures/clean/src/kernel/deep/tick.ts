import { step } from '../step.ts';

export const tick = (at: number): number => at + step;
