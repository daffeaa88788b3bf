import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { isTimeZone } from '@relais/vocabulary';
import type { Figure } from '../figure.ts';
import { shared } from '../shared.ts';
import { argued } from './argued.ts';
import { startsByIcalJs } from './by-ical-js.ts';
import { locator } from './located.ts';
import { readingOf, years } from './reading.ts';
import { difference, startsOf } from './starts.ts';

type Answer = Readonly<{ from?: number; to?: number; starts?: readonly string[]; error?: string }>;

/** The zones that a calendar names, as far as IANA knows them: those in which the oracle has days begin. */
const zonesIn = (file: string): string[] => {
  const named = readFileSync(file, 'latin1')
    .replace(/\r?\n[ \t]/g, '')
    .matchAll(/(?:X-WR-TIMEZONE:|TZID=)"?([\w/.+-]+)/g);
  const endings = [...named].flatMap(([, zone = '']) => [zone, zone.split('/').slice(-2).join('/')]);
  return [...new Set(endings)].filter((zone) => zone !== '' && isTimeZone(zone));
};

/** Whether the peer finds the same starts; undefined where it throws. */
const peerIsEqual = (file: string, starts: readonly string[], from: number, to: number): boolean | undefined => {
  try {
    const theirs = startsByIcalJs(readFileSync(file, 'utf8'), from, to).map((form) => ({
      ...{ year: from, forms: [form] },
      ...(form.startsWith('d') && { day: form.replace(/^d(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') }),
    }));
    const { missing, extra } = difference(theirs, starts, zonesIn(file));
    return missing.length + extra.length === 0;
  } catch {
    return undefined;
  }
};

const tally = { equal: 0, withMidnights: 0, argued: 0, unexplained: 0, unanswered: 0, refused: 0, thrown: 0 };

export const icsOracle: Figure = {
  name: 'ics-oracle',
  needs: ['corpora/derived/ics-oracle.json'],
  async measure(tell) {
    const oracle = JSON.parse(readFileSync(shared('corpora/derived/ics-oracle.json'), 'utf8')) as Record<
      string,
      Answer
    >;
    const locate = locator();
    const counts = { ...tally };
    let [equalByPeer, thrownByPeer] = [0, 0];
    for (const [path, { from = 2020, to = 2026, starts, error }] of Object.entries(oracle)) {
      const file = locate(path);
      const { document, refusal, thrown } = readingOf(file, years(from, to));
      if (thrown !== undefined) tell(`${path}: threw: ${thrown}`);
      counts.thrown += thrown === undefined ? 0 : 1;
      counts.refused += refusal === undefined ? 0 : 1;
      if (starts === undefined) {
        counts.unanswered++;
        tell(`${path}: the oracle fails (${error?.slice(0, 40)}…); read: ${document?.reports.length ?? refusal}`);
        continue;
      }
      const byPeer = peerIsEqual(file, starts, from, to);
      equalByPeer += byPeer === true ? 1 : 0;
      thrownByPeer += byPeer === undefined ? 1 : 0;
      const { missing, extra, midnights } = difference(
        startsOf(document?.reports ?? [], from, to),
        starts,
        zonesIn(file),
      );
      if (missing.length + extra.length === 0) {
        counts.equal++;
        counts.withMidnights += midnights > 0 ? 1 : 0;
        continue;
      }
      const why = argued[basename(path)];
      counts[why === undefined ? 'unexplained' : 'argued']++;
      tell(
        `${path}: ${missing.length} missing (${missing[0]}), ${extra.length} more (${extra[0]}): ${why ?? 'NOT ARGUED'}`,
      );
    }
    const files = Object.keys(oracle).length;
    const answered = files - counts.unanswered;
    return [
      {
        name: 'ics-oracle',
        figure: counts.equal,
        unit: `calendars of ${answered}`,
        ceiling: answered,
        peer: equalByPeer,
        ratio: Number((counts.equal / answered).toFixed(4)),
        conditions: {
          files,
          'the oracle fails on': counts.unanswered,
          'equal, days that the oracle writes as midnights being days': counts.withMidnights,
          'different and argued': counts.argued,
          'different and not argued': counts.unexplained,
          'share of all files that does not differ': ((files - counts.argued - counts.unexplained) / files).toFixed(4),
          'refused with a reason': counts.refused,
          thrown: counts.thrown,
          'the peer throws at': thrownByPeer,
          peer: 'ical.js 2.2.1 on the same calendars',
        },
      },
    ];
  },
};
