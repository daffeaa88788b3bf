import { describeEventStore } from '../testing/event-store.conformance.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { describeWithEventStore, OwnPart } from './testing/index.js';

describeWithEventStore('the event store server that is given', (url) =>
  describeEventStore(
    'the server that EVENTSTORE_URL names',
    async () => OwnPart.of(await KurrentEventStore.open(url)),
    { knowsIds: 'of the stream' },
  ),
);
