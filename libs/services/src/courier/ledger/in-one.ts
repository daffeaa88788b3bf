import { accept, type Decider, type Event } from '@relais/event-sourcing';

/** Several commands to one stream, decided one after another and recorded together; one that is refused refuses them all. */
export const inOne = <State, Command, E extends Event, Reason>(
  decider: Decider<State, Command, E, Reason>,
): Decider<State, readonly Command[], E, Reason> => ({
  ...decider,
  decide: (commands, state) => {
    const events: E[] = [];
    let after = state;
    for (const command of commands) {
      const decision = decider.decide(command, after);
      if ('refused' in decision) return decision;
      events.push(...decision.accepted);
      after = decision.accepted.reduce(decider.evolve, after);
    }
    return accept(...events);
  },
});
