import { statSync, writeSync } from 'node:fs';
import { SqliteEventStore } from '@relais/event-store';

/**
 * Appends until it is killed, and says each append once it is acknowledged: its stream, the number of its last event, and
 * how long the write-ahead log was then. Streams go on where they stand.
 */
const [file = '', most = '1', writers = '1'] = process.argv.slice(2);
const store = SqliteEventStore.open(file);

const write = async (stream: string): Promise<never> => {
  let n = 0;
  for await (const { version } of store.read(stream)) n = version;
  for (;;) {
    const of = 1 + Math.floor(Math.random() * Number(most));
    const first = n + 1;
    const events = Array.from({ length: of }, () => ({
      type: 'test.happened',
      data: { n: ++n, first, of, text: 'x'.repeat(400) },
    }));
    await store.append(stream, events, first - 1 || 'no stream');
    writeSync(1, `${stream} ${n} ${statSync(`${file}-wal`).size}\n`);
  }
};

await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => write(`s${writer}`)));
