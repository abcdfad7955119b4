/** Seeded random numbers: the only source of chance in a run. */
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

export interface Random {
  /** An integer in 0..bound, both ends included. */
  upTo(bound: number): number;
  /** A fraction in [0, 1) with 32 bits. */
  fraction(): number;
}

/** One stream of numbers per purpose (`salt`), so that one more draw for failures does not shift the latencies. */
export function createRandom(seed: number, salt: number): Random {
  const generator = xoroshiro128plus((seed ^ Math.imul(salt, 0x9e3779b1)) | 0);
  const next = (): number => generator.next() >>> 0;
  return {
    upTo: (bound) => (bound <= 0 ? 0 : next() % (bound + 1)),
    fraction: () => next() / 0x1_0000_0000,
  };
}
