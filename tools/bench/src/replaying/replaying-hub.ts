import { SqliteEventStore } from '@relais/event-store';
import { Generations, Projector, replayInThread, sqliteLog } from '@relais/read-models';

/** A process that follows a log and replays it in a thread when it is told to; says what memory it took at most meanwhile. */
const [log = '', folder = ''] = process.argv.slice(2);
const store = SqliteEventStore.open(log);
const projector = new Projector(store, new Generations(folder), replayInThread(sqliteLog(log)));
await projector.open();
void projector.follow(new AbortController().signal);
process.on('message', (question) => {
  if (question !== 'replay') return;
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 20);
  void projector.replay().then(({ seconds }) => {
    clearInterval(timer);
    process.send?.({ most: most / 1_048_576, seconds });
  });
});
console.log('ready');
