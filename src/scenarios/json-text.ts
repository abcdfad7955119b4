/**
 * JSON from outside. Stricter than `JSON.parse`: it refuses what that takes silently (a key twice, `__proto__`, numbers that do not fit,
 * endless nesting), and knows where each value stands. Gives plain objects with their keys in the order of the text.
 */
import type { Json } from '#trace/records.ts';
import { FORBIDDEN_KEYS, MAX_DEPTH, MAX_TEXT, numberProblem } from './json-limits.ts';
import { clip, pathText } from './problems.ts';
import type { Path, Problem, ProblemCode, ProblemParams } from './problems.ts';

/** What the syntax wanted where it found something else; words of the catalogue. */
type Expected = 'value' | 'key' | 'colon' | 'comma-or-brace' | 'comma-or-bracket' | 'end' | 'quote' | 'escape' | 'digit';

/** The offset of every value, by the object or list that holds it. */
type Places = WeakMap<object, Map<string | number, number>>;
export type JsonResult = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: Problem };

export function parseJson(text: string): JsonResult {
  const reader = new Reader(text, null);
  try {
    return { ok: true, value: reader.document() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: { ...error.problem, ...lineAndColumn(text, error.offset) } };
    throw error;
  }
}

/** Where values stand in a text that parses: a path's line and column, or those of the nearest thing that holds it. */
export function locator(text: string): (path: Path) => { readonly line: number; readonly column: number } {
  const places: Places = new WeakMap();
  const reader = new Reader(text, places);
  const root = reader.document();
  return (path) => {
    let value: unknown = root;
    let offset = reader.start;
    for (const part of path) {
      const place = typeof value === 'object' && value !== null ? places.get(value)?.get(part) : undefined;
      if (place === undefined) break;
      offset = place;
      value = (value as Record<string | number, unknown>)[part];
    }
    return lineAndColumn(text, offset);
  };
}

function lineAndColumn(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line += 1;
    start = at + 1;
  }
  return { line, column: offset - start + 1 };
}

class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly offset: number;
  readonly problem: Problem;
  constructor(offset: number, problem: Problem) {
    super(problem.code);
    this.offset = offset;
    this.problem = problem;
  }
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const PLAIN = /[^"\\\p{Cc}]*/uy;
const ESCAPES: { readonly [char: string]: string } = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const WORDS = [['true', true], ['false', false], ['null', null]] as const;

class Reader {
  start = 0;
  private at = 0;
  private readonly path: (string | number)[] = [];
  private readonly text: string;
  private readonly places: Places | null;
  constructor(text: string, places: Places | null) { this.text = text; this.places = places; }

  document(): Json {
    this.space();
    this.start = this.at;
    const value = this.value();
    this.space();
    if (this.at < this.text.length) this.unexpected('end');
    return value;
  }

  private value(): Json {
    const char = this.text[this.at];
    if (char === '{') return this.object();
    if (char === '[') return this.list();
    if (char === '"') return this.string();
    if (char !== undefined && (char === '-' || (char >= '0' && char <= '9'))) return this.number();
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    return this.unexpected('value');
  }

  private object(): Json {
    const object: { [key: string]: Json } = {};
    const places = this.enter(object);
    while (this.text[this.at] !== '}') {
      if (this.text[this.at] !== '"') this.unexpected('key');
      const from = this.at;
      const key = this.string();
      if (FORBIDDEN_KEYS.has(key)) this.refuse('json-forbidden-key', { key }, from);
      if (Object.hasOwn(object, key)) this.refuse('json-duplicate-key', { key: clip(key) }, from);
      this.space();
      if (this.text[this.at] !== ':') this.unexpected('colon');
      this.at += 1;
      this.space();
      this.path.push(key);
      places?.set(key, this.at);
      object[key] = this.value();
      this.path.pop();
      this.separator('}', 'comma-or-brace', 'key');
    }
    this.at += 1;
    return object;
  }

  private list(): Json {
    const list: Json[] = [];
    const places = this.enter(list);
    while (this.text[this.at] !== ']') {
      this.path.push(list.length);
      places?.set(list.length, this.at);
      list.push(this.value());
      this.path.pop();
      this.separator(']', 'comma-or-bracket', 'value');
    }
    this.at += 1;
    return list;
  }

  private enter(container: object): Map<string | number, number> | undefined {
    if (this.path.length >= MAX_DEPTH) this.refuse('json-too-deep', { most: MAX_DEPTH });
    const places = this.places ? new Map<string | number, number>() : undefined;
    if (places) this.places!.set(container, places);
    this.at += 1;
    this.space();
    return places;
  }

  private separator(end: string, expected: Expected, next: Expected): void {
    this.space();
    if (this.text[this.at] === ',') {
      this.at += 1;
      this.space();
      if (this.text[this.at] === end) this.unexpected(next);
    } else if (this.text[this.at] !== end) this.unexpected(expected);
  }

  private string(): string {
    const from = this.at;
    this.at += 1;
    let value = '';
    for (;;) {
      PLAIN.lastIndex = this.at;
      const plain = PLAIN.exec(this.text)![0];
      value += plain;
      this.at += plain.length;
      if (value.length > MAX_TEXT) this.refuse('json-text-too-long', { most: MAX_TEXT }, from);
      const char = this.text[this.at];
      if (char === '"') break;
      if (char !== '\\') {
        // DEL and the C1 controls are allowed in JSON; the C0 controls are not.
        if (char === undefined || char < ' ') this.unexpected('quote');
        value += char;
        this.at += 1;
      } else value += this.escape();
    }
    this.at += 1;
    return value;
  }

  private escape(): string {
    const char = this.text[this.at + 1] ?? '';
    if (char === 'u') {
      const digits = this.text.slice(this.at + 2, this.at + 6);
      if (!/^[\da-f]{4}$/i.test(digits)) this.unexpected('escape');
      this.at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const meant = ESCAPES[char];
    if (meant === undefined) return this.unexpected('escape');
    this.at += 2;
    return meant;
  }

  private number(): number {
    NUMBER.lastIndex = this.at;
    const digits = NUMBER.exec(this.text)?.[0];
    if (digits === undefined) return this.unexpected('digit');
    const value = Number(digits);
    const wrong = numberProblem(value);
    if (wrong) this.refuse(wrong, { found: clip(digits, 30) });
    this.at += digits.length;
    return value;
  }

  private space(): void {
    for (;;) {
      const char = this.text[this.at];
      if (char !== ' ' && char !== '\n' && char !== '\r' && char !== '\t') return;
      this.at += 1;
    }
  }

  private refuse(code: ProblemCode, params: ProblemParams, offset = this.at): never {
    throw new Refusal(offset, { code, path: pathText(this.path), params });
  }

  private unexpected(expected: Expected): never {
    const found = this.at < this.text.length ? clip(String.fromCodePoint(this.text.codePointAt(this.at)!)) : '';
    return this.refuse('json-syntax', { expected, found });
  }
}
