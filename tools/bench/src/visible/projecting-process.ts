import { join } from 'node:path';
import { SqliteEventStore } from '@relais/event-store';
import { Generations, Projector } from '@relais/read-models';

/** A process that does nothing but keep the read models of a folder in step with its log. */
const folder = String(process.env['FOLDER']);
const store = SqliteEventStore.open(join(folder, 'log.db'));
const projector = new Projector(store, new Generations(join(folder, 'read-models')));
await projector.open();
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
console.log('ready');
await projector.follow(stop.signal);
projector.close();
await store.close();
process.exit();
