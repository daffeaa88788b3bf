import { Inject, Injectable } from '@nestjs/common';
import { knownEvent } from '@relais/catalogue';
import type { EventOf } from '@relais/event-sourcing';
import { EventStore } from '@relais/event-store';
import { mailingListEventTypes, type MailingListEvent } from '@relais/mailing-list';
import type { ImportId, Instant } from '@relais/vocabulary';

type DataOf<Type extends MailingListEvent['type']> = EventOf<MailingListEvent, Type>['data'];

/** An import as the log tells it; one that is not complete was interrupted, or goes on now. */
export type KnownImport = Readonly<{
  begun: DataOf<'import.begun'>;
  at: Instant;
  completed?: Readonly<{ at: Instant }> & DataOf<'import.completed'>;
  undone?: Readonly<{ at: Instant }> & DataOf<'import.undone'>;
}>;

const types = Object.keys(mailingListEventTypes).filter((type) => type.startsWith('import.'));

/** Every file of subscribers that was brought in, in the order in which they began. */
@Injectable()
export class KnownImports {
  constructor(@Inject(EventStore) private readonly store: EventStore) {}

  async all(): Promise<readonly KnownImport[]> {
    const imports = new Map<ImportId, KnownImport>();
    for await (const page of this.store.readAll(0n, { types }))
      for (const recorded of page) {
        const { recordedAt: at, ...event } = { ...knownEvent(recorded) };
        if (event.type === 'import.begun') imports.set(event.data.import, { begun: event.data, at });
        const known = 'import' in event.data ? imports.get(event.data.import) : undefined;
        if (known && event.type === 'import.completed')
          imports.set(event.data.import, { ...known, completed: { at, ...event.data } });
        if (known && event.type === 'import.undone')
          imports.set(event.data.import, { ...known, undone: { at, ...event.data } });
      }
    return [...imports.values()];
  }
}
