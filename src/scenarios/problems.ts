/** What is wrong with something that came from outside: a code of the message catalogue (`problems.<code>`), the place, and the words' parameters. */
import { clipText, escapeUnseen } from '#trace/unseen.ts';

export type ProblemCode =
  // What is not text, or not JSON.
  | 'too-big' | 'empty' | 'utf-16' | 'binary' | 'not-utf-8'
  | 'json-syntax' | 'json-too-deep' | 'json-duplicate-key' | 'json-forbidden-key' | 'json-number' | 'json-minus-zero' | 'json-text-too-long' | 'json-value'
  // What is JSON and not a document of ours.
  | 'unknown-format' | 'newer-version' | 'missing-field' | 'unknown-field' | 'wrong-type' | 'not-one-of' | 'bad-name' | 'bad-hash'
  | 'not-integer' | 'too-small' | 'too-large' | 'too-long' | 'too-short' | 'too-many' | 'too-few'
  // What is a document and makes no sense.
  | 'empty-saga' | 'step-order' | 'useless-compensation' | 'missing-compensation' | 'rejection-on-retriable'
  | 'duplicate-id' | 'reserved-id' | 'unknown-service' | 'unknown-table' | 'unknown-column' | 'unknown-root' | 'bad-path' | 'item-outside-list'
  | 'row-without-key' | 'duplicate-row' | 'changes-key' | 'no-requests'
  | 'unknown-failure-kind' | 'unknown-step' | 'unknown-process' | 'does-not-attach' | 'failure-on-retriable' | 'failure-without-compensation'
  | 'unknown-parameter'
  // Failure points as text, links, run files, the command line.
  | 'fault-incomplete' | 'fault-part' | 'fault-number'
  | 'messaging-switch' | 'link-incomplete' | 'link-parameter' | 'link-twice' | 'link-both' | 'unknown-preset' | 'bad-seed' | 'bad-count' | 'bad-flag' | 'bad-language'
  | 'intervention-order' | 'unknown-option' | 'option-value' | 'missing-argument' | 'too-many-arguments' | 'unknown-command'
  | 'no-such-file' | 'unreadable-file' | 'unwritable-file' | 'options-with-run-file' | 'does-not-run';

export type ProblemParams = Readonly<Record<string, string | number>>;

export interface Problem {
  readonly code: ProblemCode;
  /** `saga.steps[2].service`; empty for the whole. */
  readonly path: string;
  readonly params: ProblemParams;
  /** Counted from 1, where the text is at hand. */
  readonly line?: number;
  readonly column?: number;
}

export type Path = readonly (string | number)[];

export const problem = (code: ProblemCode, path: Path | string = '', params: ProblemParams = {}): Problem => ({
  code, path: typeof path === 'string' ? path : pathText(path), params,
});

/** `['saga', 'steps', 2, 'service']` -> `saga.steps[2].service`. Keys that are no plain words are quoted. */
export function pathText(path: Path): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_][\w-]*$/.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${JSON.stringify(clip(part, 40))}]`;
  }
  return text;
}

/** What the text says at most of a thing that is wrong; without controls, bidi overrides, zero-width characters and lone surrogates. */
export const clip = (text: string, limit = 60): string => escapeUnseen(clipText(text, limit));

/** No more than this many problems are told at once. */
export const MOST_PROBLEMS = 50;

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };
export const refused = (...problems: readonly Problem[]): { readonly ok: false; readonly problems: readonly Problem[] } => ({ ok: false, problems: problems.slice(0, MOST_PROBLEMS) });
