import { sha256 } from '@noble/hashes/sha2.js';

export type Trace = readonly string[];
export const hash = (trace: Trace): Uint8Array => sha256(new Uint8Array(trace.length));
