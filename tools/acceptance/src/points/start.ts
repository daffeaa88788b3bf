import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import type { Point } from '../point.ts';
import { Room } from '../room.ts';
import type { Site } from '../site.ts';

const paths = [
  ...['/', '/lille', '/agenda', '/agenda?depuis=2015-11-01', '/lille/agenda?depuis=2015-11-01', '/lille/histoire'],
  ...['/sources', '/abonnement', '/lettres', '/sources.opml', '/agenda.ics?depuis=2015-11-01', '/lille/agenda.ics'],
  ...['rss', 'atom', 'json'].flatMap((format) => [`/feed.${format}?nombre=1000`, `/lille/feed.${format}`]),
];

const look = async (site: Site): Promise<void> => {
  for (let times = 0; times < 5; times++) await Promise.all(paths.map((path) => site.text(path)));
};

/** Memory of the hub's own process, which npm started: its id stands in the data folder. In MB. */
const memory = (data: string): number => {
  const pid = readFileSync(join(data, 'run', 'collector.pid'), 'utf8').trim();
  const [, kilobytes = 'NaN'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1_000;
};

const once = (): Promise<{ seconds: number; megabytes: number }> =>
  Room.with({}, async (room) => {
    const from = performance.now();
    await room.run(['npm', 'start']).ready();
    const seconds = (performance.now() - from) / 1_000;
    await look(room.site);
    return { seconds, megabytes: memory(room.data) };
  });

const limits = { seconds: 5, megabytes: 250 };

export const start: Point = {
  name: 'start',
  claims: `npm start is ready within ${limits.seconds} s once it is built, and the hub stays under ${limits.megabytes} MB`,
  async show() {
    // What has to be built is built now.
    await once();
    const runs = [await once(), await once(), await once(), await once(), await once()];
    const times = runs.map(({ seconds }) => seconds).sort((one, other) => one - other);
    const median = times[2] ?? NaN;
    const megabytes = Math.max(...runs.map((run) => run.megabytes));
    const seen =
      `ready after ${median.toFixed(1)} s (median of ${times.map((time) => time.toFixed(1)).join(', ')}; ` +
      `load of the machine ${loadavg()[0]?.toFixed(1)}); ${megabytes.toFixed(0)} MB at most after ${paths.length} pages, feeds and calendars`;
    assert.ok(median < limits.seconds && megabytes < limits.megabytes, seen);
    return { seen };
  },
};
