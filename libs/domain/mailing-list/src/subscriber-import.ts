import { accept, refuse, type Decider, type EventOf } from '@relais/event-sourcing';
import type { AdminId, ImportId } from '@relais/vocabulary';
import type { MailingListEvent } from './events.js';

export type ImportEvent = Extract<MailingListEvent, { type: `import.${string}` }>;
type DataOf<Type extends ImportEvent['type']> = EventOf<ImportEvent, Type>['data'];

export type ImportCommand =
  | { type: 'begin'; begun: DataOf<'import.begun'> }
  | { type: 'complete'; completed: DataOf<'import.completed'> }
  | { type: 'undo'; import: ImportId; by: AdminId | null; ended: number };

export type ImportRefusal = { type: 'not-begun'; import: ImportId } | { type: 'undone'; import: ImportId };

type SubscriberImport =
  { status: 'unknown' } | { status: 'begun' | 'completed' | 'undone'; list: DataOf<'import.begun'>['list'] };

/** A file of subscribers: brought in once, and taken back whole if it was a mistake. */
export const subscriberImport: Decider<SubscriberImport, ImportCommand, ImportEvent, ImportRefusal> = {
  initial: { status: 'unknown' },
  decide: (command, state) => {
    if (command.type === 'begin')
      return state.status === 'unknown' ? accept({ type: 'import.begun', data: command.begun }) : accept();
    const id = command.type === 'undo' ? command.import : command.completed.import;
    if (state.status === 'unknown') return refuse({ type: 'not-begun', import: id });
    if (command.type === 'undo') {
      const { by, ended } = command;
      return state.status === 'undone'
        ? accept()
        : accept({ type: 'import.undone', data: { import: id, list: state.list, by, ended } });
    }
    if (state.status === 'undone') return refuse({ type: 'undone', import: id });
    return state.status === 'completed' ? accept() : accept({ type: 'import.completed', data: command.completed });
  },
  evolve: (_state, { type, data: { list } }) => {
    switch (type) {
      case 'import.begun':
        return { status: 'begun', list };
      case 'import.completed':
        return { status: 'completed', list };
      case 'import.undone':
        return { status: 'undone', list };
    }
  },
};
