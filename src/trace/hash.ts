/** The trace hash: SHA-256 over the records as JSON, one a line. Equal traces, equal hashes; in every browser and in Node (D43). */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Trace, TraceRecord } from './records.ts';

export interface TraceHash {
  append(record: TraceRecord): void;
  /** The first 16 hex digits over everything appended so far. */
  digest(): string;
}

export function createTraceHash(): TraceHash {
  const hash = sha256.create();
  return {
    append(record) { hash.update(utf8ToBytes(`${JSON.stringify(record)}\n`)); },
    digest: () => bytesToHex(hash.clone().digest()).slice(0, 16),
  };
}

export function hashTrace(trace: Trace): string {
  const hash = createTraceHash();
  for (const record of trace) hash.append(record);
  return hash.digest();
}
