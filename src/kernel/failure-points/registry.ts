/** All failure kinds, in the order of the palette. */
import { businessRejection } from './business-rejection.ts';
import { compensationFailure } from './compensation-failure.ts';
import { crashAfterCommit, crashBeforeCommit } from './crash.ts';
import { concurrencyConflict, databaseError, diskFull } from './database.ts';
import { delay, delayRequest } from './delay.ts';
import { duplicateDelivery, duplicateEvent, duplicateReply } from './duplicate-delivery.ts';
import type { FailureKind } from './kind.ts';
import { lostReply, lostRequest } from './lost-message.ts';
import { partition } from './partition.ts';
import { powerLoss } from './power-loss.ts';
import { poisonEvent, projectorLag } from './projector.ts';
import { relayCrash } from './relay-crash.ts';
import { reordering } from './reordering.ts';
import { transientError } from './transient-error.ts';

export const FAILURE_KINDS: readonly FailureKind[] = [
  businessRejection, transientError, crashBeforeCommit, crashAfterCommit, lostRequest, lostReply, delay, delayRequest,
  duplicateDelivery, duplicateReply, compensationFailure, concurrencyConflict, databaseError, diskFull, partition, powerLoss,
  relayCrash, duplicateEvent, reordering, projectorLag, poisonEvent,
];

const byId = new Map(FAILURE_KINDS.map((kind) => [kind.id, kind]));

export const failureKind = (id: string): FailureKind | undefined => byId.get(id);
