/** The in-process driver: the same participants on the memory store, synchronously, as fast as they go. */
import type { Intervention, ProcessId } from '#trace/records.ts';
import type { DatabaseReader, Delivery, DeliveryResult, Draft, Participant } from './participant.ts';
import type { Commit } from '#trace/records.ts';
import type { World } from './world.ts';

/** A process of the in-process driver: its database outlives a crash, its participants (and what they remember) do not. */
export interface LocalProcess {
  readonly database: DatabaseReader & { commit(commit: Commit): void };
  participants: ReadonlyMap<string, Participant>;
  /** Makes the participants anew, as a restart does. */
  start(): ReadonlyMap<string, Participant>;
}
export type LocalHosts = ReadonlyMap<ProcessId, LocalProcess>;

/** Carries out one delivery on local hosts and returns what `World.complete` takes. */
export function executeDelivery(hosts: LocalHosts, delivery: Delivery): DeliveryResult {
  switch (delivery.kind) {
    case 'handle': {
      const host = hosts.get(delivery.process)!;
      const draft = host.participants.get(delivery.participant)!.handle(host.database, delivery.message, delivery.context);
      const { crash, abort } = delivery.context.directive;
      if (crash === 'before-commit' || abort !== null) return null;
      if (draft.commit) host.database.commit(draft.commit);
      return draft;
    }
    case 'restart': {
      const host = hosts.get(delivery.process)!;
      host.participants = host.start();
      return delivery.participants.map((id): Draft | null => {
        const draft = host.participants.get(id)!.recover(host.database, delivery.now);
        if (draft?.commit) host.database.commit(draft.commit);
        return draft;
      });
    }
    default: return null;
  }
}

/** Runs until the queue is empty or the budget is spent. */
export function runToEnd(world: World, hosts: LocalHosts): void {
  for (let delivery = world.next(); delivery; delivery = world.next()) world.complete(delivery, executeDelivery(hosts, delivery));
}

/**
 * Runs again with recorded interventions, each at its position, up to `untilSeq` records (default: to the end).
 * @throws RangeError when an intervention does not fit its position: the run is not the one that was recorded.
 */
export function replayInto(world: World, hosts: LocalHosts, interventions: readonly Intervention[], untilSeq = Number.POSITIVE_INFINITY): void {
  let pending = 0;
  const applyDue = (): void => {
    while (pending < interventions.length && interventions[pending]!.seq === world.trace.length && world.trace.length < untilSeq) {
      const { action, at } = interventions[pending]!;
      world.apply(action, at);
      pending += 1;
    }
  };
  for (;;) {
    applyDue();
    if (world.trace.length >= untilSeq) return;
    const before = world.trace.length;
    const delivery = world.next();
    if (delivery) world.complete(delivery, executeDelivery(hosts, delivery));
    else if (world.trace.length === before) break;
  }
  const missed = interventions[pending];
  if (missed) throw new RangeError(`the run ended after ${world.trace.length} records, before the intervention at ${missed.seq}`);
}
