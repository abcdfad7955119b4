/** Plain tables on standard output. Nothing here fails: a goal that was missed is printed as such. */
import { cpus, totalmem } from 'node:os';
import { spread } from './statistics.ts';
import type { Spread } from './statistics.ts';

/** One line: a figure, and the goal it is held against, if any. `values`: one a round. */
export interface Figure {
  readonly name: string;
  readonly values: readonly number[];
  readonly unit: string;
  readonly goal?: { readonly atLeast: number } | { readonly atMost: number };
}

export function printHeading(rounds: number): void {
  const processors = cpus();
  console.log(`Node ${process.version}, ${processors.length} x ${processors[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GiB; ${rounds} rounds`);
}

export function printFigures(title: string, figures: readonly Figure[]): void {
  const rows = figures.map(({ name, values, unit, goal }) => {
    const figure = spread(values);
    return [name, number(figure.median), `${number(figure.min)} - ${number(figure.max)}`, unit, goal ? goalText(goal) : '', goal ? verdict(figure, goal) : ''];
  });
  printTable(title, ['', 'median', 'min - max', 'unit', 'goal', ''], rows);
}

export function printTable(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((text, column) => Math.max(text.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, column) => (/^[\d-]/.test(cell) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!))).join('  ').trimEnd();
  console.log(`\n${title}\n${line(head)}\n${widths.map((width) => '-'.repeat(width)).join('  ')}`);
  for (const row of rows) console.log(line(row));
}

type Goal = NonNullable<Figure['goal']>;
const goalText = (goal: Goal): string => ('atLeast' in goal ? `>= ${number(goal.atLeast)}` : `<= ${number(goal.atMost)}`);
const verdict = ({ median }: Spread, goal: Goal): string =>
  (('atLeast' in goal ? median >= goal.atLeast : median <= goal.atMost) ? 'reached' : 'not reached');

export function number(value: number): string {
  if (value >= 1000) return String(Math.round(value)).replaceAll(/\B(?=(\d{3})+$)/g, ' ');
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
