import type { Recorded } from '@relais/event-sourcing';
import type { EventStore } from '@relais/event-store';
import { openLog } from '../open-files.js';
import { wholeNumber, type Verb } from '../verb.js';

/** The stream's events, or all, from a position on. */
async function* selected(
  log: EventStore,
  stream: string | undefined,
  type: string | undefined,
  from: number,
): AsyncIterable<Recorded> {
  if (stream !== undefined) {
    for await (const event of log.read(stream))
      if (event.position >= from && (type === undefined || event.type === type)) yield event;
    return;
  }
  const after = BigInt(Math.max(0, from - 1));
  for await (const page of log.readAll(after, type === undefined ? {} : { types: [type] })) yield* page;
}

const lineOf = ({ position, stream, version, type, id, recordedAt, data, metadata }: Recorded): string =>
  JSON.stringify({ position: Number(position), stream, version, type, id, recordedAt, metadata, data });

/** The log as NDJSON, with or without `--json`. */
export const events: Verb = {
  name: 'events',
  summary: 'the log, one event a line (NDJSON)',
  options: [
    ['--stream <name>', 'only of this stream, such as gathering-…'],
    ['--type <type>', 'only of this type, such as gathering.recognised'],
    ['--from <position>', 'from this position on'],
    ['--limit <number>', 'so many at most'],
  ],
  async run({ settings, output }, { stream, type, from, limit }) {
    const first = wholeNumber('--from', from) ?? 1;
    const most = wholeNumber('--limit', limit) ?? Infinity;
    const log = openLog(settings, { asStored: true });
    try {
      let said = 0;
      if (most > 0)
        for await (const event of selected(log, stream as string | undefined, type as string | undefined, first)) {
          output.line(lineOf(event));
          if (++said >= most) break;
        }
      return 0;
    } finally {
      await log.close();
    }
  },
};
