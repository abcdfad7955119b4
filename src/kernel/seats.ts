/** Who sits where: the process of each participant, and its timers that are running, by name. Timers die with their process. */
import type { Envelope, ParticipantId, ProcessId } from '#trace/records.ts';
import type { ProcessDefinition } from './participant.ts';

interface Seat { readonly process: ProcessId; readonly timers: Map<string, Envelope> }

export class Seats {
  private readonly seats = new Map<ParticipantId, Seat>();
  private readonly processes: readonly ProcessDefinition[];

  constructor(processes: readonly ProcessDefinition[]) {
    this.processes = processes;
    for (const { id, participants } of processes) {
      for (const participant of participants) this.seats.set(participant, { process: id, timers: new Map() });
    }
  }

  get all(): readonly ProcessId[] { return this.processes.map(({ id }) => id); }
  processOf(participant: ParticipantId): ProcessId | null { return this.seats.get(participant)?.process ?? null; }
  participantsOf(process: ProcessId): readonly ParticipantId[] { return this.processes.find(({ id }) => id === process)!.participants; }
  timersOf(participant: ParticipantId): Map<string, Envelope> { return this.seats.get(participant)!.timers; }
  /** True for a timer that was cancelled, replaced, or whose process ended. */
  isStopped(timer: Envelope): boolean { return this.timersOf(timer.to).get(timer.key!) !== timer; }

  /** Starts a timer in place of the one that runs under its name; gives that one. */
  start(timer: Envelope): Envelope | undefined {
    const timers = this.timersOf(timer.to);
    const replaced = timers.get(timer.key!);
    timers.set(timer.key!, timer);
    return replaced;
  }

  /** Stops a timer, if it runs, and gives it. */
  stop(participant: ParticipantId, name: string): Envelope | undefined {
    const timers = this.timersOf(participant);
    const timer = timers.get(name);
    if (timer) timers.delete(name);
    return timer;
  }

  stopAllOf(process: ProcessId): void {
    for (const participant of this.participantsOf(process)) this.timersOf(participant).clear();
  }
}
