import type { ReactNode } from 'react';
import { rows } from '#views/log.ts';

export function Log({ trace }: { trace: readonly string[] }): ReactNode {
  return <ol>{rows(trace, 1).map((row) => <li key={row}>{row}</li>)}</ol>;
}
