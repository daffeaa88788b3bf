import type { Decider, Decision, Event, Metadata } from '@relais/event-sourcing';
import { WrongVersion, type EventStore } from './event-store.js';

const attempts = 5;

/** Why there is a command: what is kept with each event that comes of it. */
export type Cause = Omit<Metadata, 'schema'>;

/** Reads a stream, decides, records; starts over when somebody else wrote in between. */
export const handle = async <State, Command, E extends Event, Reason>(
  store: EventStore,
  stream: string,
  decider: Decider<State, Command, E, Reason>,
  command: Command,
  cause?: Cause,
): Promise<Decision<E, Reason>> => {
  for (let attempt = 1; ; attempt++) {
    let state = decider.initial;
    let version = 0;
    for await (const event of store.read(stream)) {
      state = decider.evolve(state, event as unknown as E);
      version = event.version;
    }
    const decision = decider.decide(command, state);
    if ('refused' in decision || decision.accepted.length === 0) return decision;
    try {
      const events = decision.accepted.map((event) => ({ ...event, ...(cause && { metadata: cause }) }));
      await store.append(stream, events, version === 0 ? 'no stream' : version);
      return decision;
    } catch (error) {
      if (!(error instanceof WrongVersion) || attempt === attempts) throw error;
    }
  }
};
