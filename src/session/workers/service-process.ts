/**
 * The inside of a process, whatever hosts it: participants over a mirror of the database. The mirror is built from the disk when the
 * process starts, and takes a commit only after the disk has it; a draft is returned, and so acknowledged, after that.
 */
import type { Directive, Draft, Participant, ProcessDefinition } from '#kernel/participant.ts';
import { openMemory } from '#storage/memory.ts';
import { CommitRefused } from '#storage/port.ts';
import type { DurableStore, MemoryDatabase } from '#storage/port.ts';
import type { Commit, ParticipantId } from '#trace/records.ts';
import type { HandleDelivery, RestartDelivery } from '../hosts/process-host.ts';

export class ServiceProcess {
  private readonly store: DurableStore;
  private readonly participants: ReadonlyMap<ParticipantId, Participant>;
  private readonly mirror: MemoryDatabase;

  private constructor(store: DurableStore, participants: ReadonlyMap<ParticipantId, Participant>, mirror: MemoryDatabase) {
    this.store = store;
    this.participants = participants;
    this.mirror = mirror;
  }

  /** Opens the store and rebuilds the process from it. `participant` makes a fresh one. @throws the store's error. */
  static async start(definition: ProcessDefinition, participant: (id: ParticipantId) => Participant, store: DurableStore): Promise<ServiceProcess> {
    const mirror = openMemory(definition, await store.open());
    return new ServiceProcess(store, new Map(definition.participants.map((id) => [id, participant(id)])), mirror);
  }

  /** Handles one message; null when the directive lets the process die before its commit (no transaction is begun then). */
  async handle({ participant, message, context }: HandleDelivery): Promise<Draft | null> {
    const draft = this.participants.get(participant)!.handle(this.mirror, message, context);
    const { crash, abort } = context.directive;
    if (crash === 'before-commit') return null;
    if (abort !== null) return this.abort(draft, abort);
    if (draft.commit) {
      await this.store.commit(draft.commit);
      this.mirror.commit(draft.commit);
    }
    return draft;
  }

  /** Lets the transaction fail for real: rolled back by the database, or refused because its expected version is not the stream's. */
  private async abort({ commit }: Draft, why: NonNullable<Directive['abort']>): Promise<null> {
    if (!commit) return null;
    if (why !== 'concurrency-conflict') await this.store.rollBack(commit);
    else if (commit.events.length > 0) {
      const stale: Commit = { ...commit, events: commit.events.map((event) => ({ ...event, version: event.version + 1 })) };
      await this.store.commit(stale).then(() => { throw new Error('a commit with a stale version was not refused'); }, (error: unknown) => {
        if (!(error instanceof CommitRefused)) throw error;
      });
    }
    return null;
  }

  /** Every participant's recovery in turn, each seeing what the one before it drafted; all of it becomes durable as one commit. */
  async recover({ participants, now }: RestartDelivery): Promise<readonly (Draft | null)[]> {
    const commits: Commit[] = [];
    const drafts = participants.map((id) => {
      const draft = this.participants.get(id)!.recover(this.mirror, now);
      if (draft?.commit) {
        this.mirror.commit(draft.commit);
        commits.push(draft.commit);
      }
      return draft;
    });
    if (commits.length > 0) {
      await this.store.commit({ writes: commits.flatMap(({ writes }) => writes), events: commits.flatMap(({ events }) => events) });
    }
    return drafts;
  }

  close(): void { this.store.close(); }
}
