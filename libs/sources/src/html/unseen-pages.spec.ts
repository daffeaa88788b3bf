import { readDocument } from '../index.js';
import { fetched } from '../testing/fetched.js';
import { documentInWords } from '../testing/in-words.js';

type Case = readonly [what: string, body: string, read: readonly string[]];

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="fr"><head><title>Agenda</title>${head}</head><body>${body}</body></html>`;
const script = (json: string, attributes = 'type="application/ld+json"'): string =>
  `<script ${attributes}>${json}</script>`;
const event = (more: object, type: unknown = 'Event'): string =>
  JSON.stringify({ '@context': 'https://schema.org', '@type': type, name: 'Bal', ...more });

const start = '2026-11-26T18:00:00+01:00';
const bal = '2026-11-26T17:00Z Europe/Paris: Bal';

const jsonLd: readonly Case[] = [
  [
    'a list of events',
    script(`[${event({ startDate: start })},${event({ name: 'Jeu', startDate: '2026-12-01' })}]`),
    [bal, '2026-12-01: Jeu'],
  ],
  [
    'two scripts',
    script(event({ startDate: start })) + script(event({ name: 'Jeu', startDate: '2026-12-01' })),
    [bal, '2026-12-01: Jeu'],
  ],
  [
    'a graph around a page whose main entity it is',
    script(
      JSON.stringify({
        '@context': { '@vocab': 'https://schema.org/' },
        '@graph': [{ '@type': 'WebPage', mainEntity: { '@type': 'SocialEvent', name: 'Bal', startDate: start } }],
      }),
    ),
    [bal],
  ],
  [
    'a list of items',
    script(
      JSON.stringify({
        '@context': 'http://schema.org/',
        '@type': 'ItemList',
        itemListElement: [
          { '@type': 'ListItem', position: 1, item: { '@type': 'Event', name: 'Bal', startDate: start } },
        ],
      }),
    ),
    [bal],
  ],
  [
    'an event that the graph names elsewhere',
    script(
      JSON.stringify({
        '@context': 'https://schema.org',
        '@graph': [
          { '@type': 'WebPage', about: { '@id': '#e' } },
          { '@id': '#e', '@type': 'Event', name: 'Bal', startDate: start },
        ],
      }),
    ),
    [bal],
  ],
  ['types as a list', script(event({ startDate: start }, ['MusicEvent', 'Event'])), [bal]],
  ['types with a prefix', script(event({ startDate: start }, 'schema:DanceEvent')), [bal]],
  ['types as addresses', script(event({ startDate: start }, 'http://schema.org/Festival')), [bal]],
  [
    'a context in a list, without a scheme',
    script(JSON.stringify({ '@context': ['schema.org'], '@type': 'Event', name: 'Bal', startDate: start })),
    [bal],
  ],
  [
    'entities in its texts',
    script('{"@type":"Event","name":"L&#039;&eacute;t&eacute; &amp; l&rsquo;hiver","startDate":"2026-11-26"}'),
    ["2026-11-26: L'été & l’hiver"],
  ],
  [
    'JSON that was escaped for HTML',
    script(
      '{&quot;@type&quot;:&quot;Event&quot;,&quot;name&quot;:&quot;Bal&quot;,&quot;startDate&quot;:&quot;2026-11-26&quot;}',
    ),
    ['2026-11-26: Bal'],
  ],
  [
    'commas too many and comments',
    script('/* SEO */ {"@type":"Event", // un bal\n"name":"Bal","startDate":"2026-11-26",}'),
    ['2026-11-26: Bal'],
  ],
  [
    'what hides it from old browsers',
    script(`\n<!--\n//<![CDATA[\n${event({ startDate: start })}\n//]]>\n-->\n`),
    [bal],
  ],
  [
    'a type with its encoding',
    script(event({ startDate: start }), "TYPE='Application/LD+JSON; charset=utf-8' class=yoast"),
    [bal],
  ],
  [
    'a script that is broken beyond repair beside it',
    script('oups') + script(event({ startDate: start })),
    [bal, '! JSON-LD 1: cannot be understood: «oups»'],
  ],
  [
    'names in several languages',
    script(
      event({
        name: [
          { '@value': 'Bal', '@language': 'fr' },
          { '@value': 'Ball', '@language': 'en' },
        ],
        startDate: start,
      }),
    ),
    [bal],
  ],
  ['the same event twice', script(event({ startDate: start })) + script(event({ startDate: start })), [bal]],
  [
    'events in an event',
    script(
      event({
        startDate: '2026-11-26',
        endDate: '2026-11-27',
        subEvent: [
          JSON.parse(event({ name: 'Jeu', startDate: start })),
          JSON.parse(
            event({
              name: 'Repas',
              startDate: '2026-11-27T12:00:00+01:00',
              superEvent: { '@type': 'Event', name: 'Bal' },
            }),
          ),
        ],
      }),
    ),
    ['2026-11-26 to 2026-11-27: Bal', '2026-11-26T17:00Z Europe/Paris: Jeu', '2026-11-27T11:00Z Europe/Paris: Repas'],
  ],
  [
    'offers with times of their own',
    script(
      event({
        startDate: start,
        offers: [{ '@type': 'Offer', price: '5', validFrom: '2026-10-01', availabilityStarts: '2026-10-01' }],
      }),
    ),
    [bal],
  ],
  [
    'only what is no event beside microdata',
    `${script(JSON.stringify({ '@type': 'Organization', name: 'X' }))}<div itemscope itemtype="http://schema.org/Event"><b itemprop="name">Bal</b><time itemprop="startDate" datetime="${start}">jeudi</time></div>`,
    [bal],
  ],
  [
    'a schedule instead of a beginning',
    script(
      event({
        eventSchedule: {
          '@type': 'Schedule',
          startDate: '2026-11-26',
          startTime: '18:00:00',
          endTime: '20:00',
          repeatFrequency: 'P1W',
          byDay: 'https://schema.org/Thursday',
          scheduleTimezone: 'Europe/Paris',
        },
      }),
    ),
    [
      '2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Bal',
      '! JSON-LD, event 1: takes place again and again: only the first time is read',
    ],
  ],
];

const times: readonly Case[] = [
  ['without a zone', '2026-11-26T18:00', ['2026-11-26T17:00Z Europe/Paris?: Bal']],
  ['with a blank', '2026-11-26 18:00:00', ['2026-11-26T17:00Z Europe/Paris?: Bal']],
  ['of a day', '2026-11-26', ['2026-11-26: Bal']],
  ['with an offset without a colon', '2026-11-26T18:00:00+0100', [bal]],
  ['with fractions', '2026-11-26T17:00:00.000Z', [bal]],
  ['without separators', '20261126T170000Z', [bal]],
  ['as scripts write it', 'Thu Nov 26 2026 18:00:00 GMT+0100 (Central European Standard Time)', [bal]],
  ['that is empty', '', ['undated: Bal']],
].map(([what, said, read]) => [what, script(event({ startDate: said })), read] as Case);

const statuses: readonly Case[] = [
  ['https://schema.org/EventCancelled', 'cancelled'],
  ['http://schema.org/EventCancelled', 'cancelled'],
  ['EventCancelled', 'cancelled'],
  ['schema:EventCancelled', 'cancelled'],
  ['https://schema.org/EventPostponed', 'tentative'],
].map(([said = '', status = '']) => [
  said,
  script(event({ startDate: '2026-11-26', eventStatus: said })),
  [`2026-11-26, ${status}: Bal`],
]);

const markup: readonly Case[] = [
  [
    'microdata with the time of a `time`',
    `<article itemscope itemtype="https://schema.org/MusicEvent"><h2 itemprop="name">Bal</h2><time itemprop="startDate" datetime="${start}">jeudi</time></article>`,
    [bal],
  ],
  [
    'microdata with hidden values',
    `<div itemscope itemtype="https://schema.org/Event"><meta itemprop="name" content="Bal"><span itemprop="startDate" content="${start}">jeudi</span><link itemprop="eventStatus" href="https://schema.org/EventScheduled"></div>`,
    [bal],
  ],
  [
    'microdata that is written elsewhere',
    `<p id="when"><time itemprop="startDate" datetime="${start}">jeudi</time></p><div itemscope itemtype="https://schema.org/Event" itemref="when"><b itemprop="name">Bal</b></div>`,
    [bal],
  ],
  [
    'microdata within that of a page',
    `<body itemscope itemtype="https://schema.org/WebPage"><div itemprop="mainEntity" itemscope itemtype="https://schema.org/Event"><b itemprop="name">Bal</b><meta itemprop="startDate" content="${start}"></div>`,
    [bal],
  ],
  [
    'RDFa',
    `<div vocab="https://schema.org/" typeof="Event"><h2 property="name">Bal</h2><time property="startDate" content="${start}">jeudi</time><div property="location" typeof="Place"><b property="name">Salle</b></div></div>`,
    [bal],
  ],
  [
    'RDFa with prefixes',
    `<div prefix="schema: http://schema.org/" typeof="schema:Event" resource="/bal"><h2 property="schema:name">Bal</h2><span property="schema:startDate" content="${start}">jeudi</span></div>`,
    [bal],
  ],
  [
    'h-event',
    `<div class="h-event"><h2 class="p-name">Bal</h2><time class="dt-start" datetime="${start}">jeudi</time></div>`,
    [bal],
  ],
  [
    'hCalendar',
    `<div class="vevent"><h2 class="summary">Bal</h2><abbr class="dtstart" title="${start}">jeudi</abbr></div>`,
    [bal],
  ],
];

const heads: readonly Case[] = [
  [
    'a time',
    `<meta property="og:type" content="event"><meta property="og:title" content="Bal"><meta property="event:start_time" content="${start}"><meta property="event:end_time" content="2026-11-26T20:00:00+01:00">`,
    ['2026-11-26T17:00Z to 2026-11-26T19:00Z Europe/Paris: Bal'],
  ],
  [
    'a time under another name',
    `<meta property="og:title" content="Bal"><meta name="event:start_date" content="${start}">`,
    [bal],
  ],
];

describe('a page with JSON-LD is read with', () => {
  it.each(jsonLd)('%s', async (_what, body, read) => {
    expect(await documentInWords(page(body))).toEqual(read);
  });
});

describe('a page with JSON-LD says a time', () => {
  it.each(times)('%s', async (_what, body, read) => {
    expect(await documentInWords(page(body))).toEqual(read);
  });
});

describe('a page with JSON-LD says what became of an event', () => {
  it.each(statuses)('%s', async (_what, body, read) => {
    expect(await documentInWords(page(body))).toEqual(read);
  });
});

describe('a page is read that names its event in', () => {
  it.each(markup)('%s', async (_what, body, read) => {
    expect(await documentInWords(page(body))).toEqual(read);
  });
});

describe('a page whose head alone names an event (OpenGraph)', () => {
  it.each(heads)('is read by %s', async (_what, head, read) => {
    expect(await documentInWords(page('<p>Bal</p>', head))).toEqual(read);
  });

  it('is the event, with its address, its text and its place', async () => {
    const head = `<link rel="canonical" href="/bal"><meta property="og:title" content="Bal &amp; jeu"><meta property="og:description" content="On danse"><meta property="event:start_time" content="${start}"><meta property="event:location:latitude" content="50.6"><meta property="event:location:longitude" content="3.07">`;
    const { document } = await readDocument(fetched(page('', head)));
    expect(document.reports).toMatchObject([
      {
        item: 'https://exemple.test/bal',
        fields: { title: 'Bal & jeu', summary: 'On danse', place: { latitude: 50.6, longitude: 3.07 } },
      },
    ]);
  });

  it('is refused where no time is said', async () => {
    const head = '<meta property="og:type" content="website"><meta property="og:title" content="Bal">';
    expect(await documentInWords(page('', head))).toEqual([
      'refused: an HTML page titled “Agenda”, not a feed or calendar',
    ]);
  });
});

describe('a place in a page', () => {
  const lille = { '@type': 'PostalAddress', streetAddress: '1 rue X', postalCode: '59000', addressLocality: 'Lille' };
  const placed = { name: 'Salle', address: '1 rue X', postalCode: '59000', city: 'Lille' };
  it.each([
    ['a text', 'Salle', { name: 'Salle' }],
    ['a place', { '@type': 'Place', name: 'Salle', address: lille }, placed],
    [
      'a place in a list behind one that is none',
      [
        { '@type': 'VirtualLocation', url: 'https://x.test' },
        { '@type': 'Place', name: 'Salle', address: [lille] },
      ],
      placed,
    ],
    [
      'a place whose address is a text',
      { name: 'Salle', address: '1 rue X, Lille' },
      { name: 'Salle', address: '1 rue X, Lille' },
    ],
    ['an address', lille, { address: '1 rue X', postalCode: '59000', city: 'Lille' }],
    ['nowhere', { '@type': 'VirtualLocation', url: 'https://x.test' }, undefined],
    ['empty', { '@type': 'Place', name: '', address: {} }, undefined],
  ])('is read: %s', async (_what, location, place) => {
    const { document } = await readDocument(fetched(page(script(event({ startDate: start, location })))));
    expect(document.reports[0]?.fields.place).toEqual(place);
  });
});

describe('a page of a thousand events', () => {
  it('is read whole', async () => {
    const items = Array.from({ length: 1_000 }, (_none, index) =>
      event({ name: `Bal ${index}`, startDate: '2026-11-26' }),
    );
    expect(await documentInWords(page(script(`[${items.join()}]`)))).toHaveLength(1_000);
  });
});
