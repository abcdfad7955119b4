/** The workload: what clients ask for, and when. The first request is the document's first; the rest are drawn by the seed. */
import { createRandom } from '#kernel/random.ts';
import type { Outgoing } from '#kernel/participant.ts';
import { sagaOf } from '#patterns/saga/definition.ts';
import type { Row } from '#trace/records.ts';
import type { WorkloadDocument } from './document.ts';

/** A request as the command that starts its saga. */
export function startSaga(request: Row): Outgoing {
  return {
    kind: 'command', type: 'start-saga', to: 'orchestrator', saga: sagaOf(request), step: null, phase: null, attempt: 0, key: String(request['id']),
    data: request,
  };
}

/** The run's `n`th order (counted from 1) gets the id `order-<n>`. */
export const orderNumbered = (request: Row, n: number): Row => ({ ...request, id: `order-${n}` });

export function arrivals(workload: WorkloadDocument, seed: number): readonly { readonly at: number; readonly message: Outgoing }[] {
  const random = createRandom(seed, 3);
  const { requests, count, interval } = workload;
  if (requests.length === 0) return [];
  return Array.from({ length: count }, (_, index) => {
    const request = requests[index === 0 ? 0 : random.upTo(requests.length - 1)]!;
    return { at: index * interval, message: startSaga(orderNumbered(request, index + 1)) };
  });
}
