import { readFileSync } from 'node:fs';
import type { ReadDocument } from '@relais/sources';
import type { Figure } from '../figure.ts';
import { uidsByNodeIcal } from './by-node-ical.ts';
import { allCalendars } from './located.ts';
import { readingOf, years } from './reading.ts';

type Declared = Readonly<{ uid: string | undefined; start: string }>;

const next = /^(?:END:VEVENT|BEGIN:V(?:EVENT|TODO|JOURNAL|FREEBUSY|TIMEZONE|CALENDAR))/im;
const within = /^BEGIN:(V?\w+)\s*$[\s\S]*?^END:\1\s*$/gim;

/** The VEVENTs of a text, found without our reader; of those that are the same to the letter, or empty, one. */
const declaredIn = (text: string): Declared[] => {
  const unfolded = text.replace(/(\r\n|\r|\n)[ \t]/g, '');
  const valueOf = (event: string, name: string): string | undefined =>
    new RegExp(`^${name}(?:;(?:"[^"]*"|[^":\r\n])*)?:(.*)$`, 'im').exec(event)?.[1]?.trim();
  const events = unfolded
    .split(/^BEGIN:VEVENT\s*$/im)
    .slice(1)
    .map((rest) =>
      rest
        .slice(0, next.exec(rest)?.index)
        .replace(within, '')
        .replace(/^BEGIN:[\s\S]*/im, '')
        .trim(),
    );
  return [...new Set(events)].map((event) => ({
    uid: valueOf(event, 'UID') || undefined,
    start: valueOf(event, 'DTSTART') ?? '',
  }));
};

/** A VEVENT is found where something is reported, or said to be wrong, under its UID; without one, where as many are as there are. */
const lostOf = (declared: readonly Declared[], { reports, errors, withdrawn = [] }: ReadDocument): Declared[] => {
  const said = [...reports.map(({ item }) => item), ...withdrawn, ...errors.map(({ where }) => where)];
  const names = new Set(said.flatMap((name) => [name, name.slice(0, name.lastIndexOf(' '))]));
  const named = new Set(declared.flatMap(({ uid }) => uid ?? []));
  const nameless = declared.filter(({ uid }) => uid === undefined);
  const others = said.filter((name) => !named.has(name) && !named.has(name.slice(0, name.lastIndexOf(' '))));
  const read = (uid: string): boolean => names.has(uid) || names.has(uid.replace(/\\([\\;,])/g, '$1'));
  return [
    ...declared.filter(({ uid }) => uid !== undefined && !read(uid)),
    ...nameless.slice(Math.min(nameless.length, others.length)),
  ];
};

const foundByPeer = (text: string): readonly string[] | undefined => {
  try {
    return uidsByNodeIcal(text);
  } catch {
    return undefined;
  }
};

/** A VEVENT is found where its UID is; without one, where as many others are as there are. */
const lostAmong = (declared: readonly Declared[], found: readonly string[]): number => {
  const named = new Set(declared.flatMap(({ uid }) => uid ?? []));
  const others = found.filter((uid) => !named.has(uid)).length;
  const nameless = declared.filter(({ uid }) => uid === undefined).length;
  return (
    declared.filter(({ uid }) => uid !== undefined && !found.includes(uid)).length + Math.max(0, nameless - others)
  );
};

export const icsEvents: Figure = {
  name: 'ics-events',
  needs: ['corpora/MANIFEST.md'],
  async measure(tell) {
    const files = allCalendars();
    let [events, lost, refused, thrown, reports] = [0, 0, 0, 0, 0];
    let [lostByPeer, thrownByPeer] = [0, 0];
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      const declared = declaredIn(text);
      const found = foundByPeer(text);
      lostByPeer += lostAmong(declared, found ?? []);
      thrownByPeer += found === undefined ? 1 : 0;
      const { document, refusal, thrown: what } = readingOf(file, years(2020, 2026));
      events += declared.length;
      refused += refusal === undefined ? 0 : 1;
      thrown += what === undefined ? 0 : 1;
      reports += document?.reports.length ?? 0;
      const missing = document ? lostOf(declared, document) : declared;
      lost += missing.length;
      for (const { uid, start } of missing.slice(0, 5)) tell(`${file}: lost ${uid ?? 'one without a UID'} (${start})`);
      if (refusal !== undefined) tell(`${file}: refused: ${refusal}`);
      if (what !== undefined) tell(`${file}: THREW: ${what}`);
    }
    return [
      {
        name: 'ics-events',
        figure: lost,
        unit: `VEVENTs lost of ${events}`,
        ceiling: 0,
        peer: lostByPeer,
        ratio: Number(((events - lost) / events).toFixed(4)),
        conditions: {
          files: files.length,
          thrown,
          'refused with a reason': refused,
          reports,
          'files that the peer throws at': thrownByPeer,
          peer: 'node-ical 0.27.2 on the same files, an event being found where its UID is',
        },
      },
    ];
  },
};
