import { describeEventStore } from '../testing/event-store.conformance.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { EventStoreServer } from './testing/index.js';

const servers: EventStoreServer[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) await server.end();
});

const open = async (): Promise<KurrentEventStore> => {
  const server = await EventStoreServer.start();
  servers.push(server);
  // Followers are told of every event, or would wait for an hour.
  return KurrentEventStore.open(server.url(), { lookAgain: 3_600_000 });
};

describeEventStore('kurrentdb', open, { knowsIds: 'of the stream' });
