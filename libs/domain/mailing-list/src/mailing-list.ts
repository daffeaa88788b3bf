import { accept, type Decider, type EventOf } from '@relais/event-sourcing';
import type { AssemblyId, ListId } from '@relais/vocabulary';
import type { MailingListEvent } from './events.js';

export type MailingListCommand = { type: 'open'; list: ListId; assembly: AssemblyId; name: string; kind: 'info' };

type MailingList = { status: 'unknown' } | { status: 'open'; name: string };
type Opened = EventOf<MailingListEvent, 'list.opened'>;

/** A list of the configuration; opening it again under the same name records nothing. */
export const mailingList: Decider<MailingList, MailingListCommand, Opened> = {
  initial: { status: 'unknown' },
  decide: ({ list, assembly, name, kind }, state) =>
    state.status === 'open' && state.name === name
      ? accept()
      : accept({ type: 'list.opened', data: { list, assembly, name, kind } }),
  evolve: (_state, { data: { name } }) => ({ status: 'open', name }),
};
