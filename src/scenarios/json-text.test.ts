import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORBIDDEN_KEYS, numberProblem } from './json-limits.ts';
import { locator, parseJson } from './json-text.ts';

const fits = (value: unknown): boolean => {
  if (typeof value === 'number') return numberProblem(value) === null;
  if (value === null || typeof value !== 'object') return true;
  return Object.keys(value).every((key) => !FORBIDDEN_KEYS.has(key)) && Object.values(value).every(fits);
};

describe('our own reader of JSON', () => {
  it('gives what JSON.parse gives', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'binary' }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      fc.pre(fits(JSON.parse(text)));
      const parsed = parseJson(text);
      expect(parsed.ok && parsed.value).toStrictEqual(JSON.parse(text));
    }));
  });

  it('refuses what JSON.parse refuses', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'{}[]",:0123456789.eE+-truefalsn \\u\n'.split('')), maxLength: 40 }), (text) => {
      let native: unknown;
      let refused = false;
      try { native = JSON.parse(text); } catch { refused = true; }
      fc.pre(refused || fits(native));
      const parsed = parseJson(text);
      if (refused) expect(parsed.ok).toBe(false);
      else if (parsed.ok) expect(parsed.value).toStrictEqual(native);
    }), { numRuns: 3000 });
  });

  it('knows where a value stands', () => {
    const place = locator('{\n  "a": [1,\n    {"b c": true}]\n}');
    expect([place([]), place(['a', 1, 'b c']), place(['a', 9])]).toEqual([{ line: 1, column: 1 }, { line: 3, column: 13 }, { line: 2, column: 8 }]);
  });
});
