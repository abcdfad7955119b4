/** Bytes of a file -> text, or what they are instead. */
import { MAX_SIZE } from '#scenarios/parse.ts';
import { problem, refused } from '#scenarios/problems.ts';
import type { Checked, Problem } from '#scenarios/problems.ts';

/** A file is refused by its size before it is read; null: it may be read. */
export const sizeProblem = (bytes: number): Problem | null => (bytes > MAX_SIZE ? problem('too-big', '', { most: MAX_SIZE / 1_000_000 }) : null);

/** The beginnings of what people pick by mistake: PNG, JPEG, GIF, PDF, ZIP (also office files), gzip, RIFF (WebP). */
const MAGIC: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], [0xff, 0xd8, 0xff], [0x47, 0x49, 0x46, 0x38], [0x25, 0x50, 0x44, 0x46], [0x50, 0x4b, 0x03, 0x04], [0x1f, 0x8b], [0x52, 0x49, 0x46, 0x46],
];

export function decodeText(bytes: Uint8Array): Checked<string> {
  const tooBig = sizeProblem(bytes.length);
  if (tooBig) return refused(tooBig);
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff) || everyOtherIsNul(bytes)) return refused(problem('utf-16'));
  if (MAGIC.some((magic) => magic.every((byte, at) => bytes[at] === byte)) || bytes.subarray(0, 1000).includes(0)) return refused(problem('binary'));
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refused(problem('not-utf-8'));
  }
}

function everyOtherIsNul(bytes: Uint8Array): boolean {
  const start = bytes.subarray(0, 64);
  const nuls = start.filter((byte) => byte === 0).length;
  return start.length >= 4 && nuls * 3 > start.length && nuls * 3 < start.length * 2;
}
