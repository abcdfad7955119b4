/** A whole scenario document inside a link: JSON, deflated, base64url, with a checksum at its end so that a link cut short is noticed. */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { ScenarioDocument } from '#scenarios/document.ts';
import { MAX_SIZE, parseScenario } from '#scenarios/parse.ts';
import { problem, refused } from '#scenarios/problems.ts';
import type { Checked } from '#scenarios/problems.ts';

export function packDocument(document: ScenarioDocument): string {
  const packed = toBase64Url(deflateSync(strToU8(JSON.stringify(document)), { level: 9 }));
  return `${packed}.${checksum(packed)}`;
}

export function unpackDocument(text: string): Checked<ScenarioDocument> {
  const [packed = '', sum] = text.split('.');
  const bytes = sum === checksum(packed) ? fromBase64Url(packed) : null;
  if (!bytes) return refused(problem('link-incomplete', 'doc'));
  const json = inflate(bytes);
  return json.ok ? parseScenario(json.value) : json;
}

/** Bytes fed at a time: what they can grow into (a thousandfold) stays small. */
const SLICE = 4096;

/** Inflates as a stream and stops at the cap: a few kilobytes can stand for gigabytes. */
function inflate(bytes: Uint8Array): Checked<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let complete = false;
  const stream = new Inflate((chunk, final) => {
    size += chunk.length;
    if (size <= MAX_SIZE) chunks.push(chunk);
    complete ||= final;
  });
  try {
    for (let from = 0; from < bytes.length; from += SLICE) {
      stream.push(bytes.subarray(from, from + SLICE), from + SLICE >= bytes.length);
      if (size > MAX_SIZE) return refused(problem('too-big', 'doc', { most: MAX_SIZE / 1_000_000 }));
    }
  } catch {
    return refused(problem('link-incomplete', 'doc'));
  }
  if (!complete) return refused(problem('link-incomplete', 'doc'));
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return { ok: true, value: strFromU8(whole) };
}

/** FNV-1a over the characters: not against malice (the document is checked like any other), against copying half a link. */
function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36);
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[\w-]+$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}
