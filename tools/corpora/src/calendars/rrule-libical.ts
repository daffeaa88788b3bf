import { readFileSync } from 'node:fs';
import { RRuleTemporal } from 'rrule-temporal';
import type { Figure } from '../figure.ts';
import { shared } from '../shared.ts';
import { reading } from './reading.ts';

type Golden = Readonly<{ RRULE: string; DTSTART: string; INSTANCES: string; 'START-AT'?: string }>;

const epochOf = (stamp: string): number =>
  Date.parse(
    stamp.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d))?Z?$/, (_all, y, m, d, h = '00', i = '00', s = '00') => {
      const day = `${y}-${m}-${d}`;
      return `${day}T${h}:${i}:${s}Z`;
    }),
  );

/** What a calendar with one event of this rule is read as, in the golden's words: in UTC, so that no zone plays a part. */
const instancesOf = ({ RRULE, DTSTART }: Golden, instances: readonly string[]): string[] => {
  const allDay = DTSTART.length === 8;
  const start = allDay || DTSTART.endsWith('Z') ? DTSTART : `${DTSTART}Z`;
  const event = ['BEGIN:VEVENT', 'UID:golden', `DTSTART:${start}`, `RRULE:${RRULE}`, 'END:VEVENT'];
  const last = epochOf(instances.at(-1) ?? DTSTART);
  // Where the rule ends, some years more show whether it does.
  const horizon = /COUNT|UNTIL/.test(RRULE) ? last + 10 * 366 * 86_400_000 : last;
  const begin = epochOf(DTSTART);
  const period = { recent: begin, today: begin, horizon, most: 10_000 };
  const body = Buffer.from(['BEGIN:VCALENDAR', ...event, 'END:VCALENDAR', ''].join('\r\n'));
  const { document } = reading(body, period);
  return (document?.reports ?? []).flatMap(({ fields: { when } }) => {
    if (when === undefined) return [];
    return [when.kind === 'all-day' ? when.from.replaceAll('-', '') : when.starts.replace(/[-:Z]/g, '')];
  });
};

/** The first of the engine’s own instances, as many as there should be; none where it throws. */
const byItself = ({ RRULE, DTSTART }: Golden, wanted: readonly string[]): string | undefined => {
  const rruleString = `DTSTART:${DTSTART.endsWith('Z') || DTSTART.length === 8 ? DTSTART : `${DTSTART}Z`}\nRRULE:${RRULE}`;
  const most = /COUNT|UNTIL/.test(RRULE) ? wanted.length + 1 : wanted.length;
  try {
    const found = new RRuleTemporal({ rruleString }).all((_instance, index) => index < most);
    const stamps = found.map((instance) =>
      instance
        .toInstant()
        .toString()
        .replace(/[-:Z]|\.\d+/g, ''),
    );
    return stamps.map((stamp) => (DTSTART.length === 8 ? stamp.slice(0, 8) : stamp)).join();
  } catch {
    return undefined;
  }
};

export const rruleLibical: Figure = {
  name: 'rrule-libical',
  needs: ['corpora/derived/rrule-golden.json'],
  async measure(tell) {
    const rows = JSON.parse(readFileSync(shared('corpora/derived/rrule-golden.json'), 'utf8')) as Golden[];
    const goldens = rows.filter((row) => row['START-AT'] === undefined && !row.INSTANCES.includes('***'));
    let [right, rightByPeer] = [0, 0];
    let unsynchronised = 0;
    for (const golden of goldens) {
      const wanted = golden.INSTANCES.split(',').map((instance) => instance.replace('Z', ''));
      const found = instancesOf(golden, wanted);
      rightByPeer += byItself(golden, wanted) === wanted.join() ? 1 : 0;
      // RFC 5545, 3.8.5.3: the start is an occurrence whatever the rule; libical leaves out one that does not fit.
      const start = golden.DTSTART.replace('Z', '');
      const asGolden = wanted.includes(start) ? found : found.filter((instance) => instance !== start);
      unsynchronised += asGolden.length === found.length ? 0 : 1;
      if (asGolden.join() === wanted.join()) right++;
      else
        tell(
          `${golden.RRULE} from ${golden.DTSTART}: ${asGolden.slice(0, 5).join()} instead of ${wanted.slice(0, 5).join()}`,
        );
    }
    return [
      {
        name: 'rrule-libical',
        figure: right,
        unit: `rules of ${goldens.length}`,
        ceiling: goldens.length,
        peer: rightByPeer,
        ratio: Number((right / goldens.length).toFixed(4)),
        conditions: {
          'rules that their start does not fit': unsynchronised,
          'left out': `${rows.length - goldens.length}: where libical starts in the middle, or says it cannot`,
          peer: 'rrule-temporal 2.2.8 by itself',
        },
      },
    ];
  },
};
