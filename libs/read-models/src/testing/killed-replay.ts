import { writeSync } from 'node:fs';
import { SqliteEventStore } from '@relais/event-store';
import { Projector } from '../projector.js';
import { replayFrom } from '../replaying/replay-aside.js';
import { Generations } from '../storage/generations.js';

/** A process of its own that replays a log, leaving what there is every 1,000 events, and waits for ever at its n-th step. */
const { log, folder, step } = JSON.parse(process.argv[2] ?? '') as { log: string; folder: string; step: number };
const store = SqliteEventStore.open(log);
const projector = new Projector(
  store,
  new Generations(folder),
  replayFrom(store, { events: 1_000, milliseconds: 1_000_000 }),
);
await projector.open();
let steps = 0;
await projector.replay({
  onProgress: () => {
    if (++steps < step) return;
    writeSync(1, 'in the middle\n');
    for (;;);
  },
});
writeSync(1, 'over\n');
