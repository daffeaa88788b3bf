import { answers, HubUnderTest, oneAssembly, SourcesUnderTest } from '../testing/index.js';
import { usualPatience } from './inquiry.js';
import { Suggestions, type Asked } from './suggestions.js';

const event = (uid: string, title: string, day: string): string =>
  `BEGIN:VEVENT\r\nUID:${uid}\r\nSUMMARY:${title}\r\nDTSTART:${day}T170000Z\r\nLOCATION:La Coroutine\r\nEND:VEVENT\r\n`;
const calendar = (...events: string[]) =>
  answers.text(
    `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nX-WR-CALNAME:Notre agenda\r\n${events.join('')}END:VCALENDAR\r\n`,
    'text/calendar',
  );
const assemblies = calendar(
  event('b', 'Assemblée de janvier', '20270128'),
  event('a', 'Assemblée de décembre', '20261231'),
  event('z', 'Assemblée passée', '20260128'),
);
const rss = answers.text(
  '<rss version="2.0"><channel><title>Nos nouvelles</title><item><guid>1</guid><title>Une nouvelle</title></item></channel></rss>',
);
const page = (head: string, body = '') =>
  answers.text(
    `<!doctype html><html><head><title>Un site</title>${head}</head><body>${body}</body></html>`,
    'text/html',
  );
const alternate = (type: string, href: string): string => `<link rel="alternate" type="${type}" href="${href}">`;

const web = new SourcesUnderTest();
let hub: HubUnderTest;
beforeAll(async () => {
  await web.start();
  const environment = { RELAIS_NOW: '2026-11-25T09:00:00Z' };
  web.answer('/connu.ics', assemblies);
  hub = await HubUnderTest.start({
    configuration: oneAssembly({ id: 'lille-agenda', url: web.at('/connu.ics') }),
    environment,
  });
});
afterAll(async () => {
  await hub.end();
  await web.stop();
});
afterEach(() => web.forget());

const site = (paths: Readonly<Record<string, Parameters<SourcesUnderTest['answer']>[1]>>): void => {
  for (const [path, answer] of Object.entries(paths)) web.answer(path, answer);
};
const suggest = (path: string, asked?: Asked) => hub.get(Suggestions).suggest(web.at(path), asked);
const paths = (found: readonly { url: string }[]): string[] => found.map(({ url }) => url.replace(web.at(''), ''));

describe('what an address would give', () => {
  it('is told of a calendar: what it is called, what is to come and where', async () => {
    site({ '/agenda.ics': assemblies });
    const { suggestions, rejected, problem } = await suggest('/agenda.ics');
    expect([rejected, problem]).toEqual([[], undefined]);
    expect(suggestions).toEqual([
      {
        ...{
          url: web.at('/agenda.ics'),
          kind: 'calendar',
          format: 'icalendar',
          title: 'Notre agenda',
          platform: 'web',
        },
        ...{ because: 'the address itself', items: 3, gatherings: 3, errors: [], errorsInAll: 0 },
        next: [
          { title: 'Assemblée de décembre', starts: '2026-12-31T17:00:00Z', place: 'La Coroutine' },
          { title: 'Assemblée de janvier', starts: '2027-01-28T17:00:00Z', place: 'La Coroutine' },
        ],
      },
    ]);
  });

  it('says what of a document could not be used', async () => {
    site({ '/agenda.ics': calendar(event('a', 'Assemblée', '20261231'), event('b', 'Quand ?', 'demain')) });
    const { suggestions } = await suggest('/agenda.ics');
    expect(suggestions[0]).toMatchObject({
      errorsInAll: 2,
      errors: [expect.stringContaining('demain'), expect.stringMatching(/^b: /)],
    });
  });

  it('says that a source reads it already, however it is written', async () => {
    site({ '/connu.ics': assemblies });
    const { suggestions } = await suggest('/connu.ics#ici');
    expect(suggestions[0]?.readBy).toEqual({ source: 'lille-agenda', assembly: 'lille' });
    site({ '/agenda.ics': assemblies });
    expect((await suggest('/agenda.ics')).suggestions[0]).not.toHaveProperty('readBy');
  });

  it('is found though nobody said which scheme', async () => {
    site({ '/agenda.ics': assemblies });
    const { suggestions } = await hub.get(Suggestions).suggest(web.at('/agenda.ics').replace('http://', ' '));
    expect(paths(suggestions)).toEqual(['/agenda.ics']);
  });
});

describe('a site whose pages are for people', () => {
  it('of WordPress with a calendar: its events before its news', async () => {
    const starts = { utc_start_date: '2026-12-31 17:00:00', utc_end_date: '2026-12-31 19:00:00' };
    const one = { id: 7, url: 'https://exemple.test/e/7', title: 'Assemblée', ...starts, timezone: 'Europe/Paris' };
    site({
      '/': page(
        `<meta name="generator" content="WordPress 6.5"><link rel="https://api.w.org/" href="/wp-json/">${alternate('application/rss+xml', '/feed/')}`,
        '<div class="tribe-events"></div>',
      ),
      '/feed/': rss,
      '/wp-json/tribe/events/v1/events': answers.text(
        JSON.stringify({
          events: [{ ...one, start_date: '2026-12-31 18:00:00', end_date: '2026-12-31 20:00:00' }],
          rest_url: web.at('/wp-json/tribe/events/v1/events/'),
          total: 1,
        }),
        'application/json',
      ),
    });
    const { suggestions, rejected } = await suggest('/');
    expect(paths(suggestions)).toEqual(['/wp-json/tribe/events/v1/events', '/feed/']);
    expect(suggestions[0]).toMatchObject({ platform: 'wordpress', gatherings: 1, site: web.at('/') });
    expect(rejected).toMatchObject([{ because: 'WordPress', reason: 'the server answered HTTP 404' }]);
  });

  it('of a group of Mobilizon: its calendar', async () => {
    site({
      '/@lille': page('<meta name="generator" content="Mobilizon">'),
      '/@lille/feed/ics': assemblies,
      '/feed/instance/ics': calendar(event('c', 'Ailleurs', '20270101')),
    });
    const { suggestions } = await suggest('/@lille');
    expect(paths(suggestions)).toEqual(['/@lille/feed/ics', '/feed/instance/ics']);
    expect(suggestions[0]).toMatchObject({ kind: 'calendar', platform: 'mobilizon', because: 'Mobilizon' });
  });

  it('of a group that announces nothing now: its calendar all the same, not that of all others', async () => {
    site({
      '/@lille': page('<meta name="generator" content="Mobilizon">'),
      '/@lille/feed/ics': calendar(),
      '/feed/instance/ics': calendar(event('c', 'Ailleurs', '20270101')),
    });
    expect(paths((await suggest('/@lille')).suggestions)[0]).toBe('/@lille/feed/ics');
  });

  it('of Gancio: its calendar, with what is to come', async () => {
    site({ '/': page('<meta name="generator" content="gancio">'), '/feed/ics': assemblies });
    const { suggestions } = await suggest('/');
    expect(suggestions[0]).toMatchObject({ url: web.at('/feed/ics'), platform: 'gancio', items: 3 });
  });

  it('that names its events for machines: the page itself, before the news that it links to', async () => {
    const event = {
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'Assemblée',
      startDate: '2026-12-31T18:00:00+01:00',
    };
    site({
      '/': page(
        `${alternate('application/rss+xml', '/rss')}<script type="application/ld+json">${JSON.stringify(event)}</script>`,
      ),
      '/rss': rss,
    });
    const { suggestions } = await suggest('/');
    expect(paths(suggestions)).toEqual(['/', '/rss']);
    expect(suggestions[0]).toMatchObject({ kind: 'page', format: 'html', gatherings: 1 });
  });

  it('that has news only: those', async () => {
    site({ '/': page(alternate('application/rss+xml', '/rss')), '/rss': rss });
    const { suggestions } = await suggest('/');
    expect(suggestions).toMatchObject([
      { kind: 'feed', title: 'Nos nouvelles', items: 1, gatherings: 0, site: web.at('/') },
    ]);
  });

  it('that leads nowhere: says so', async () => {
    site({ '/': page('', '<a href="/contact">Contact</a>') });
    const { suggestions, problem } = await suggest('/');
    expect(suggestions).toEqual([]);
    expect(problem).toBe(`${web.at('/')}: an HTML page titled “Un site”, not a feed or calendar`);
  });

  it('whose calendar is broken: the next best, and why not the best', async () => {
    site({
      '/': page(alternate('text/calendar', '/agenda.ics') + alternate('application/rss+xml', '/rss')),
      '/agenda.ics': answers.text('<!doctype html><title>Erreur</title>', 'text/html'),
      '/rss': rss,
    });
    const { suggestions, rejected } = await suggest('/');
    expect(paths(suggestions)).toEqual(['/rss']);
    expect(rejected).toEqual([
      {
        ...{ url: web.at('/agenda.ics'), because: 'linked as an alternate' },
        reason: 'an HTML page titled “Erreur”, not a feed or calendar',
      },
    ]);
  });

  it('whose calendar never comes: the next best, since each may take its time and no more', async () => {
    site({
      '/': page(alternate('text/calendar', '/agenda.ics') + alternate('application/rss+xml', '/rss')),
      '/agenda.ics': answers.silence,
      '/rss': rss,
    });
    const { suggestions, rejected } = await suggest('/', { patience: { ...usualPatience, each: 300 } });
    expect(paths(suggestions)).toEqual(['/rss']);
    expect(rejected).toMatchObject([{ url: web.at('/agenda.ics'), reason: 'no answer within 0.3 s' }]);
  });

  it('that links to much: no more of it is asked than whoever waits can bear', async () => {
    const asked: string[] = [];
    const links = Array.from({ length: 30 }, (_, n) => alternate('application/rss+xml', `/rss/${n}`)).join('');
    site({ '/': page(links) });
    for (let n = 0; n < 30; n++)
      web.answer(`/rss/${n}`, (_request, response) => {
        asked.push(`/rss/${n}`);
        response.writeHead(500).end();
      });
    const { rejected, untried, problem } = await suggest('/');
    expect(asked).toHaveLength(7);
    expect([rejected.length, untried.length]).toEqual([7, 23]);
    expect(problem).toContain('what it leads to cannot be read either');
  });

  it('that links to a feed with a secret in its address: not that one', async () => {
    site({ '/': page(alternate('application/rss+xml', '/rss?token=a1')), '/rss?token=a1': rss });
    const { suggestions, rejected } = await suggest('/');
    expect(suggestions).toEqual([]);
    expect(rejected[0]?.reason).toBe('its address holds «token»; name it in relais.yaml');
  });
});

describe('an address that leads to another', () => {
  it('for good: the other one is suggested', async () => {
    site({ '/ancien.ics': moved(301, '/agenda.ics'), '/agenda.ics': assemblies });
    expect(paths((await suggest('/ancien.ics')).suggestions)).toEqual(['/agenda.ics']);
  });

  it('for now: it is suggested itself', async () => {
    site({ '/ancien.ics': moved(302, '/agenda.ics'), '/agenda.ics': assemblies });
    expect(paths((await suggest('/ancien.ics')).suggestions)).toEqual(['/ancien.ics']);
  });

  it('as a page does: what that one links to', async () => {
    site({
      '/': moved(302, '/fr/'),
      '/fr/': page(alternate('text/calendar', 'agenda.ics')),
      '/fr/agenda.ics': assemblies,
    });
    expect(paths((await suggest('/')).suggestions)).toEqual(['/fr/agenda.ics']);
  });

  it('as do two candidates: the document is suggested once', async () => {
    site({
      '/': page(alternate('text/calendar', '/a.ics') + alternate('text/calendar', '/b.ics')),
      '/a.ics': assemblies,
      '/b.ics': moved(301, '/a.ics'),
    });
    expect(paths((await suggest('/')).suggestions)).toEqual(['/a.ics']);
  });
});

describe('an account of the fediverse', () => {
  const finger = (host: string) => `/.well-known/webfinger?resource=${encodeURIComponent(`acct:lille@${host}`)}`;
  const account = () => new URL(web.at('/')).host;
  const json = (value: unknown) => answers.text(JSON.stringify(value), 'application/json');

  it('is known by its page', async () => {
    const links = [{ rel: 'http://webfinger.net/rel/profile-page', href: web.at('/@lille') }];
    site({
      [finger(account())]: json({ links }),
      '/@lille': page('<meta name="generator" content="Mobilizon">'),
      '/@lille/feed/ics': assemblies,
    });
    const { suggestions } = await hub.get(Suggestions).suggest(`@lille@${account()}`);
    expect(paths(suggestions)).toEqual(['/@lille/feed/ics']);
  });

  it('is read at its outbox, and on the first page of it, where it has no page', async () => {
    const context = 'https://www.w3.org/ns/activitystreams';
    const note = { type: 'Note', id: web.at('/n/1'), content: '<p>Bonjour</p>', published: '2026-11-01T10:00:00Z' };
    const create = { type: 'Create', id: web.at('/n/1/a'), actor: web.at('/u'), object: note };
    const box = {
      '@context': context,
      type: 'OrderedCollection',
      id: web.at('/u/out'),
      totalItems: 1,
      first: web.at('/u/out?page=1'),
    };
    site({
      [finger(account())]: json({ links: [{ rel: 'self', href: web.at('/u') }] }),
      '/u': json({ '@context': context, type: 'Group', id: web.at('/u'), outbox: web.at('/u/out') }),
      '/u/out': json(box),
      '/u/out?page=1': json({
        '@context': context,
        type: 'OrderedCollectionPage',
        id: web.at('/u/out?page=1'),
        orderedItems: [create],
      }),
    });
    const { suggestions } = await hub.get(Suggestions).suggest(`acct:lille@${account()}`);
    expect(suggestions[0]).toMatchObject({ url: web.at('/u/out?page=1'), format: 'activitystreams', items: 1 });
  });

  it('that its host does not know is told so', async () => {
    const { problem } = await hub.get(Suggestions).suggest(`@lille@${account()}`);
    expect(problem).toBe(`${account()} does not say who @lille is: the server answered HTTP 404`);
  });
});

const moved =
  (code: 301 | 302, to: string): Parameters<SourcesUnderTest['answer']>[1] =>
  (_request, response) =>
    void response.writeHead(code, { location: to }).end();
