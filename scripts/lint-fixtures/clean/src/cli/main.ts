import { readFileSync } from 'node:fs';
import { frame } from '#session/driver.ts';

export const run = (file: string): number => frame(readFileSync(file, 'utf8').split('\n'));
