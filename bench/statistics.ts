/** A figure over several rounds: its median, and how far it went either way. */
export interface Spread { readonly median: number; readonly min: number; readonly max: number }

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) throw new RangeError('no measurements');
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  return { median, min: sorted[0]!, max: sorted.at(-1)! };
}

/** `values[round] / others[round]`: what the machine did to a whole round falls out. */
export const ratios = (values: readonly number[], others: readonly number[]): readonly number[] =>
  values.map((value, round) => value / others[round]!);
