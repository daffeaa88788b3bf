import type { HubEvent } from '@relais/catalogue';
import type { EventOf } from '@relais/event-sourcing';

/** What is recorded in one stream at once. */
export type Chapter = Readonly<{ stream: string; events: readonly HubEvent[] }>;

export type DataOf<Type extends HubEvent['type']> = EventOf<HubEvent, Type>['data'];
