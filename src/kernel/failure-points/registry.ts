/** All failure kinds, in the order of the palette. */
import { businessRejection } from './business-rejection.ts';
import { compensationFailure } from './compensation-failure.ts';
import { crashAfterCommit, crashBeforeCommit } from './crash.ts';
import { delay } from './delay.ts';
import { duplicateDelivery } from './duplicate-delivery.ts';
import type { FailureKind } from './kind.ts';
import { lostReply, lostRequest } from './lost-message.ts';
import { transientError } from './transient-error.ts';

export const FAILURE_KINDS: readonly FailureKind[] = [
  businessRejection, transientError, crashBeforeCommit, crashAfterCommit,
  lostRequest, lostReply, delay, duplicateDelivery, compensationFailure,
];

const byId = new Map(FAILURE_KINDS.map((kind) => [kind.id, kind]));

export const failureKind = (id: string): FailureKind | undefined => byId.get(id);
