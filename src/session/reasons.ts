/** Why something failed, for the person: a key of the catalogue's `session.reasons` where we know, the platform's own words where not. */
import { ProcessFailed } from './hosts/processes.ts';
import type { Notice } from './state.ts';

type Params = Notice['params'];
export type ReasonCode =
  | 'database-missing' | 'other-scenario' | 'trace-differs' | 'contents-differ' | 'ended-early' | 'does-not-fit' | 'replay-cancelled' | 'replay-too-long'
  | 'storage-full' | 'worker-not-loaded';

/** An error that has words in every language. */
export class Told extends Error {
  override readonly name: string = 'Told';
  readonly code: ReasonCode;
  readonly params: Params;
  constructor(code: ReasonCode, params: Params = {}, options?: ErrorOptions) {
    super(`${code} ${Object.values(params).join(', ')}`.trim(), options);
    this.code = code;
    this.params = params;
  }
}

/** Errors of a store or a worker, which reach the page by name alone. */
const BY_NAME: { readonly [name: string]: ReasonCode } = { ForeignDatabase: 'other-scenario', StorageFull: 'storage-full', WorkerNotLoaded: 'worker-not-loaded' };

/** Parameters of a notice that gives a reason: `reason`, and `reasonCode` with its own parameters where it has words. */
export function reasonOf(error: unknown): Params {
  if (error instanceof ProcessFailed && error.cause) return { ...reasonOf(error.cause), process: error.process };
  if (error instanceof Told) return { ...error.params, reason: error.message, reasonCode: error.code };
  if (!(error instanceof Error)) return { reason: String(error) };
  const reason = error.message || error.name;
  const reasonCode = Object.hasOwn(BY_NAME, error.name) ? BY_NAME[error.name] : undefined;
  return reasonCode ? { reason, reasonCode } : { reason };
}
