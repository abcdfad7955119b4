import { describe, expect, test } from 'vitest';
import { compactJson, prettyJson, shownText, shownValue } from './shown-text.ts';

describe('text from data', () => {
  test('shows what cannot be seen: bidi overrides, zero-width characters, controls, lone surrogates', () => {
    expect(shownText('pay\u202Eeno\u200B\u0007\uD800')).toBe('pay\\u202Eeno\\u200B\\u0007\\uD800');
    expect(shownText('año 日本 🙂 <img onerror>')).toBe('año 日本 🙂 <img onerror>');
  });

  test('is clipped when it is very long, without halving a character', () => {
    expect(shownText('x'.repeat(1_000_000))).toHaveLength(201);
    expect(shownText(`${'x'.repeat(199)}🙂🙂`)).toBe(`${'x'.repeat(199)}…`);
  });

  test('values become compact JSON, and a huge or deep one costs no more than its limit', () => {
    expect(shownValue({ sku: 'book', n: [1, null, true] })).toBe('{"sku":"book","n":[1,null,true]}');
    expect(shownValue('plain')).toBe('plain');
    expect(shownValue(undefined)).toBe('');
    let deep: unknown = 1;
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    expect(shownValue(deep as never, 20_000).length).toBeLessThan(200);
    expect(compactJson(Array.from({ length: 100_000 }, () => 'abc'), 100).length).toBeLessThan(120);
  });

  test('pretty JSON is over several lines, and says when it was cut', () => {
    expect(prettyJson({ a: 1 })).toEqual({ text: '{\n  "a": 1\n}', cut: false });
    const cut = prettyJson({ a: 'x'.repeat(50_000) });
    expect(cut.cut).toBe(true);
    expect(cut.text.length).toBeLessThan(20_100);
    expect(prettyJson({ a: 'x\u202E' }).text).toContain('\\u202E');
  });
});
