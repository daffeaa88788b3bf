import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { sharedFile, sharedFiles, withShared } from '../testing/shared.js';
import { pageOf } from '../html-page.js';
import { itemsIn } from './microformats/items.js';
import { textOf } from './microformats/where.js';
import { endOf } from './microformats/written-time.js';

const read = async (path: string) => (await readDocument(fetched(sharedFile(path)))).document;

type Parsed = { type: string[]; properties: Record<string, unknown[]> };
const corpus = 'corpora/microformats+tests/tests';

/** A time with its parts in one form: the corpus has `2009-06-26 19:00-0600`. */
const timeIn = (text: unknown): string =>
  String(text)
    .replace(' ', 'T')
    .replace(/([+-]\d{2})(\d{2})$/, '$1:$2')
    .toLowerCase();

describe('pages with microformats of others', () => {
  const folders = [
    ['microformats-v2/h-event', 10],
    ['microformats-v1/hcalendar', 10],
    ['microformats-v2/h-entry', 10],
    ['microformats-v2/h-feed', 1],
  ] as const;
  withShared.each(folders)(
    'have the names, times and addresses that the corpus says: %s (needs ../shared)',
    (folder, least) => {
      const differences: string[] = [];
      let facts = 0;
      for (const path of sharedFiles(`${corpus}/${folder}`, '.json')) {
        const expected = JSON.parse(sharedFile(path).toString()) as { items: Parsed[] };
        const items = itemsIn(pageOf(sharedFile(path.replace(/json$/, 'html')).toString()));
        expected.items.forEach(({ type, properties }, index) => {
          if (!type.some((one) => ['h-event', 'h-entry', 'h-feed'].includes(one))) return;
          for (const name of ['name', 'start', 'end', 'published', 'updated', 'url']) {
            const [value] = properties[name] ?? [];
            if (typeof value !== 'string') continue;
            const said = textOf(items[index], name) ?? '';
            const found = name === 'end' ? (endOf(textOf(items[index], 'start'), said) ?? '') : said;
            const isTime = name !== 'name' && name !== 'url';
            const same = isTime ? timeIn(found) === timeIn(value) : found === value.trim();
            facts++;
            if (!same) differences.push(`${path} ${name}: ${found} instead of ${value}`);
          }
        });
      }
      expect(differences).toEqual([]);
      expect(facts).toBeGreaterThan(least);
    },
  );

  withShared('are read whole, each event once (needs ../shared)', async () => {
    const titles = await Promise.all(
      sharedFiles('fixtures/calagator', '')
        .filter((path) => /\/hcal_/.test(path))
        .map(async (path) => [path.replace(/^.*\//, ''), (await read(path)).reports.map(({ fields }) => fields.title)]),
    );
    expect(Object.fromEntries(titles)).toMatchObject({
      'hcal_basic.xml': ['Web 2.0 Conference'],
      'hcal_multiple.xml': ['Calendar event', 'Calendar event'],
      'hcal_two_identical_events.xml': ['Bastille Day'],
      'hcal_upcoming_v1.html': ['February BarCamp Portland Informal Tech Meetup'],
    });
    expect(titles.filter(([, found]) => found?.length === 0)).toEqual([]);
  });

  withShared('say a place with its address and its position (needs ../shared)', async () => {
    const { reports } = await read('fixtures/calagator/hcal_upcoming_v1.html');
    expect(reports[0]?.fields.place).toEqual({
      ...{ name: 'Jive Software Office', address: '317 SW Alder St Ste 500', postalCode: '97204', city: 'portland' },
      ...{ latitude: 45.5191, longitude: -122.675 },
    });
  });

  withShared('are a page of a running Gancio, its times marked as in the source’s zone (needs ../shared)', async () => {
    const { reports } = await read('fixtures/gancio-live/event-page-h-event.html');
    expect(reports[0]?.fields).toMatchObject({
      title: 'Assemblée des communs de Lille',
      when: { starts: '2026-11-24T19:23:00Z', ends: '2026-11-24T21:23:00Z', zoneAssumed: true },
      place: { name: "Maison de l'écologie", address: 'Lille' },
    });
  });

  withShared('have their own uid as their key (needs ../shared)', async () => {
    expect((await read('fixtures/granary/event.mf2.html')).reports[0]?.item).toBe('tag:example.com,2011:event-xyz');
  });
});
