import { answers, HubUnderTest, oneAssembly, SourcesUnderTest } from '../../testing/index.js';
import { Collector } from '../collector.js';

/** A programme of five, two of them under one name, as a source writes it down. */
const programme = [
  { title: 'Atelier vélo', day: '01', text: 'Apportez vos outils.' },
  { title: 'Atelier vélo', day: '08', text: 'Apportez vos outils.' },
  { title: 'Assemblée des communs', day: '10', text: 'Ordre du jour : les communs.' },
  { title: 'Repas partagé', day: '12', text: 'Chacun apporte un plat.' },
  { title: 'Ciné-débat', day: '15', text: 'Un film, puis un débat.' },
];
type Naming = Readonly<{ key: (n: number) => string; link?: (n: number) => string; title?: (title: string) => string }>;
const same = (title: string): string => title;

const calendar = ({ key, link = (n) => `https://exemple.test/rv/${n}`, title = same }: Naming): string =>
  [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0'],
    ...programme.flatMap((one, n) => [
      ...['BEGIN:VEVENT', `UID:${key(n)}`, `SUMMARY:${title(one.title)}`, `DTSTART:203001${one.day}T180000Z`],
      ...[`URL:${link(n)}`, `DESCRIPTION:${one.text}`, 'END:VEVENT'],
    ]),
    'END:VCALENDAR',
  ].join('\r\n');
const feed = ({ key, link = (n) => `https://exemple.test/rv/${n}`, title = same }: Naming): string =>
  `<rss version="2.0" xmlns:ev="http://purl.org/rss/1.0/modules/event/"><channel>${programme
    .map(
      (one, n) =>
        `<item><guid isPermaLink="false">${key(n)}</guid><title>${title(one.title)}</title><link>${link(n)}</link>` +
        `<ev:startdate>2030-01-${one.day}T18:00:00Z</ev:startdate><description>${one.text}</description></item>`,
    )
    .join('')}</channel></rss>`;
const articles = ({ key, link = (n) => `https://exemple.test/rv/${n}` }: Naming): string =>
  `<rss version="2.0"><channel>${programme
    .map(
      ({ title, day, text }, n) =>
        `<item><guid isPermaLink="false">${key(n)}</guid><title>${title}</title><link>${link(n)}</link>` +
        `<pubDate>${day} Jan 2025 10:00:00 GMT</pubDate><description>${text}</description></item>`,
    )
    .join('')}</channel></rss>`;
const plain: Naming = { key: (n) => `http://exemple.test/rv/${n}`, link: (n) => `http://exemple.test/rv/${n}` };

describe('a source that renames all of its items', () => {
  const web = new SourcesUnderTest();
  let hub: HubUnderTest | undefined;
  beforeAll(() => web.start());
  afterAll(() => web.stop());
  afterEach(async () => {
    await hub?.end();
    hub = undefined;
  });

  const reading = async (document: string): Promise<HubUnderTest> => {
    web.answer('/source', answers.text(document, ''));
    hub ??= await HubUnderTest.start({ configuration: oneAssembly({ id: 'source', url: web.at('/source') }) });
    await hub.get(Collector).collect(undefined);
    await hub.shown();
    return hub;
  };
  const counted = async (of: HubUnderTest, ...types: string[]): Promise<number> => (await of.events(...types)).length;
  /** How often each title of the programme stands in the feed that others read, and by what name. */
  const shown = async (of: HubUnderTest): Promise<string[]> => {
    const { items } = JSON.parse(await of.text('/feed.json?nombre=1000')) as { items: { id: string }[] };
    return items.map(({ id }) => id).sort();
  };
  it.each<[string, (naming: Naming) => string, Naming]>([
    ['the guids of a feed', feed, { ...plain, key: (n) => `node-${n + 40}` }],
    ['its addresses, which went to https', feed, { key: (n) => `https://exemple.test/rv/${n}` }],
    ['its host', feed, { key: (n) => `https://nouveau.test/rv/${n}`, link: (n) => `https://nouveau.test/rv/${n}` }],
    ['the UIDs of a calendar', calendar, { ...plain, key: (n) => `${n}-2030@export.test` }],
    [
      'the UIDs of a calendar, and its pages',
      calendar,
      { key: (n) => `${n}@autre.test`, link: (n) => `https://autre.test/node/${n + 100}` },
    ],
  ])('has the same gatherings as before: %s', async (_, document, renamed) => {
    const before = await reading(document(plain));
    const [published, names] = [await counted(before, 'source.item-published'), await shown(before)];
    expect([published, names.length]).toEqual([programme.length, programme.length]);
    const agenda = await before.text('/lille/agenda');
    const after = await reading(document(renamed));
    expect(await counted(after, 'source.item-published', 'source.item-withdrawn')).toBe(published);
    expect(await counted(after, 'source.item-rekeyed')).toBe(programme.length);
    expect(await counted(after, 'gathering.recognised')).toBe(programme.length);
    expect(await counted(after, 'gathering.announcement-attached')).toBe(programme.length);
    expect(await counted(after, 'gathering.announcement-detached')).toBe(0);
    expect(await shown(after)).toEqual(names);
    expect(await after.text('/lille/agenda')).toBe(agenda);
    // A source of two minds goes by either name from now on.
    await reading(document(plain));
    await reading(document(renamed));
    expect(await counted(after, 'source.item-rekeyed', 'source.item-published')).toBe(2 * programme.length);
  });

  it('has the same news as before, and feeds know them by the same names', async () => {
    const names = await shown(await reading(articles(plain)));
    const after = await reading(articles({ key: (n) => `node-${n}`, link: (n) => `https://exemple.test/node/${n}` }));
    expect(await counted(after, 'source.item-rekeyed')).toBe(programme.length);
    expect(await shown(after)).toEqual(names);
  });

  it('moves its gatherings later on, under their new keys', async () => {
    await reading(calendar(plain));
    const named: Naming = { key: (n) => `new-${n}`, title: (title) => title.replace('Ciné-débat', 'Cinéma et débat') };
    await reading(calendar({ key: named.key }));
    const after = await reading(calendar(named));
    expect(await counted(after, 'gathering.recognised')).toBe(programme.length);
    expect((await after.events('gathering.retitled')).map(({ data }) => data)).toMatchObject([
      { title: 'Cinéma et débat' },
    ]);
    expect(await after.text('/lille/agenda')).not.toContain('Ciné-débat');
  });

  it('is understood after a restart, and when the memory of readings was lost', async () => {
    const { folder } = await reading(calendar(plain));
    await hub?.stop();
    web.answer('/source', answers.text(calendar({ ...plain, key: (n) => `new-${n}` }), ''));
    const configuration = oneAssembly({ id: 'source', url: web.at('/source') });
    hub = await HubUnderTest.start({ folder, configuration });
    await hub.get(Collector).collect(undefined);
    expect(await counted(hub, 'source.item-rekeyed')).toBe(programme.length);
    expect(await counted(hub, 'gathering.recognised')).toBe(programme.length);
  });
});
