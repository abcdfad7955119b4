import fc from 'fast-check';
import { expect, it } from 'vitest';
import { flowSvg } from './flow-svg.ts';
import type { FlowDrawing } from './flow-svg.ts';

const drawing = (label: string): FlowDrawing => ({
  title: label, subtitle: label, width: 400, height: 200,
  lanes: [{ box: { x: 0, y: 0, width: 400, height: 90 }, label, colour: label }],
  ways: [{ path: `M0 0L10 10${label}`, back: true, faint: false, taken: true }],
  nodes: [{ box: { x: 10, y: 10, width: 100, height: 50 }, label, word: label, status: 'stuck', colour: '#0072b2', badges: [label] }],
});
/** Tags only, in the order of the text. */
const tags = (svg: string): readonly string[] => [...svg.matchAll(/<(\/?[a-z]+)/g)].map(([, tag]) => tag!);

it('whatever the labels say, the picture has the same elements', () => {
  const plain = tags(flowSvg(drawing('Process payment')));
  fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.constantFrom('<img onerror=alert(1)>', '"/><script>', "' onload='x", ']]>', '&lt;')), (label) => {
    expect(tags(flowSvg(drawing(label)))).toEqual(plain);
  }));
});

it('holds no script, no foreign object and no link to anywhere', () => {
  const svg = flowSvg(drawing('javascript:alert(1)'));
  expect(svg).not.toMatch(/<script|foreignObject|href|@import|url\((?!#)/i);
  expect(svg.match(/https?:[^"]*/g)).toEqual(['http://www.w3.org/2000/svg']);
});

it('says the state in a word and a sign, not by colour alone', () => {
  expect(flowSvg(drawing('stuck'))).toContain('! stuck');
});

it('draws a way back in its colour only where the saga went it', () => {
  const wayOf = (taken: boolean): string => flowSvg({ ...drawing('Refund'), ways: [{ path: 'M0 0L10 10', back: true, faint: false, taken }], nodes: [] });
  expect(wayOf(true)).toContain('#6a3fb8');
  expect(wayOf(false)).not.toContain('#6a3fb8');
});
