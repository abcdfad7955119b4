/**
 * The decider: state follows from events, events follow from state and command.
 * Source: J. Chassaing, "Functional Event Sourcing Decider"; D36.
 */
import type { StoredEvent } from '#trace/records.ts';
import type { DatabaseReader } from '#kernel/participant.ts';

export interface Decider<State, Command, Fact> {
  readonly initialState: State;
  evolve(state: State, event: StoredEvent): State;
  /** The facts that the command leads to, or the reason why it is refused. */
  decide(state: State, command: Command): { readonly ok: true; readonly facts: readonly Fact[] } | { readonly ok: false; readonly reason: string };
}

/** An aggregate as of now: its state, and the version that the next append must expect (D34). */
export interface Aggregate<State> { readonly state: State; readonly version: number }

/** state = fold(events) (D36). */
export function fold<State>(decider: Pick<Decider<State, never, never>, 'initialState' | 'evolve'>, events: Iterable<StoredEvent>): State {
  let state = decider.initialState;
  for (const event of events) state = decider.evolve(state, event);
  return state;
}

/** Reads an aggregate from its stream; one that has no events is in its initial state, at version 0. */
export function load<State>(database: DatabaseReader, stream: string, decider: Pick<Decider<State, never, never>, 'initialState' | 'evolve'>): Aggregate<State> {
  const events = database.stream(stream);
  return { state: fold(decider, events), version: events.length };
}
