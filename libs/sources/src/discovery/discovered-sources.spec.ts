import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { discoveredSources } from './discovered-sources.js';

const at = (url: string, html = ''): string[] =>
  discoveredSources({ url, html }).map((candidate) => `${candidate.kind} ${candidate.url}`);

const head = (links: string): string => `<!doctype html><html><head>${links}</head><body></body></html>`;

describe('what a page links to as its alternates', () => {
  it('is found with its title, calendars before feeds', () => {
    const html = head(
      '<link rel="alternate" type="application/rss+xml" title="Nouvelles &amp; co" href="/flux.xml">' +
        '<link rel="ALTERNATE" type="text/calendar; charset=utf-8" href="agenda">',
    );
    expect(discoveredSources({ url: 'https://site.test/a/b', html })).toEqual([
      { url: 'https://site.test/a/agenda', kind: 'calendar', confidence: 0.97, because: 'linked as an alternate' },
      {
        ...{ url: 'https://site.test/flux.xml', kind: 'feed', title: 'Nouvelles & co', confidence: 0.9 },
        because: 'linked as an alternate',
      },
    ]);
  });

  it('puts the feed of comments last', () => {
    const html = head(
      '<link rel="alternate" type="application/rss+xml" title="Site » Flux des commentaires" href="/comments/feed/">' +
        '<link rel="alternate" type="application/atom+xml" href="/atom">',
    );
    expect(at('https://site.test/', html)).toEqual([
      'feed https://site.test/atom',
      'feed https://site.test/comments/feed/',
    ]);
  });

  it('is resolved against the base that the page names', () => {
    const html = head(
      '<base href="https://autre.test/x/"><link rel="alternate" type="application/atom+xml" href="atom">',
    );
    expect(at('https://site.test/', html)).toEqual(['feed https://autre.test/x/atom']);
  });

  it.each([
    '<link rel="alternate" type="application/json+oembed" href="/wp-json/oembed/1.0/embed?url=x">',
    '<link rel="alternate" hreflang="en" href="/en/">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    '<link rel="alternate" type="application/rss+xml" href="http://[bad/">',
    '<link rel="alternate" type="application/rss+xml">',
    '<link rel="stylesheet" type="text/css" href="/feed.css">',
  ])('is not %s', (link) => {
    expect(at('https://site.test/', head(link))).toEqual([]);
  });
});

describe('what a page links to in its text', () => {
  it.each([
    ['<a href="webcal://site.test/agenda.ics">Agenda</a>', 'calendar https://site.test/agenda.ics'],
    ['<a href="/export?format=ics">Agenda</a>', 'calendar https://site.test/export?format=ics'],
    ['<a href="/spip.php?page=backend">RSS</a>', 'feed https://site.test/spip.php?page=backend'],
    ['<a href="/blog/rss.xml">RSS</a>', 'feed https://site.test/blog/rss.xml'],
    [
      '<iframe src="https://calendar.google.com/calendar/embed?src=abc%40group.calendar.google.com&amp;ctz=x"></iframe>',
      'calendar https://calendar.google.com/calendar/ical/abc%40group.calendar.google.com/public/basic.ics',
    ],
  ])('is found: %s', (html, found) => {
    expect(at('https://site.test/', html)).toEqual([found]);
  });

  it('is less sure where it is the calendar of one event, or of another site', () => {
    const html =
      '<a href="/agenda/fete/ical.ics">Ajouter à mon agenda</a><a href="/agenda.ics">A</a><a href="https://autre.test/a.ics">B</a>';
    expect(at('https://site.test/', html)).toEqual([
      'calendar https://site.test/agenda.ics',
      'calendar https://autre.test/a.ics',
      'calendar https://site.test/agenda/fete/ical.ics',
    ]);
  });

  it('is not what only looks like it', () => {
    const html = '<a href="/basics">x</a><a href="/feedback">x</a><a href="mailto:a@b.test">x</a><a href="/rssi">x</a>';
    expect(at('https://site.test/', html)).toEqual([]);
  });
});

describe('the known paths of platforms', () => {
  it.each([
    ['https://mobilizon.test/@communs_lille', '', 'calendar https://mobilizon.test/@communs_lille/feed/ics'],
    ['https://agenda.test/@groupe/events', '<title>Mobilizon</title>', 'calendar https://agenda.test/@groupe/feed/ics'],
    ['https://www.agendadulibre.org/?region=17', '', 'calendar https://www.agendadulibre.org/events.ics?region=17'],
    ['https://lille.demosphere.net/rv/123', '', 'calendar https://lille.demosphere.net/events.ics'],
    ['https://www.meetup.com/fr-FR/communs-lille/', '', 'calendar https://www.meetup.com/communs-lille/events/ical/'],
    ['https://openagenda.com/agendas/123/x', '', 'events https://openagenda.com/agendas/123/events.v2.json'],
    [
      'https://openagenda.com/communs',
      '<a href="/agendas/45/y">',
      'events https://openagenda.com/agendas/45/events.v2.json',
    ],
    [
      'https://www.communecter.org/#event.detail.id.5c1b2d3e4f5a6b7c8d9e0f1a',
      '',
      'events https://www.communecter.org/api/event/get/id/5c1b2d3e4f5a6b7c8d9e0f1a',
    ],
    [
      'https://www.communecter.org/#@communslille',
      '',
      'events https://www.communecter.org/api/event/get?limit=50&key=communslille',
    ],
    [
      'https://site.test/agenda/',
      '<link rel="https://api.w.org/" href="https://site.test/sub/wp-json/"><div class="tribe-events"></div>',
      'events https://site.test/sub/wp-json/tribe/events/v1/events',
    ],
    ['https://site.test/2026/x/', '<meta name="generator" content="WordPress 6.4">', 'feed https://site.test/feed/'],
    [
      'https://wiki.test/wiki/Accueil',
      '<meta name="generator" content="MediaWiki 1.39"><link rel="EditURI" href="//wiki.test/w/api.php?action=rsd">',
      'feed https://wiki.test/w/api.php?action=feedrecentchanges&feedformat=atom',
    ],
    [
      'https://wiki.test/?PagePrincipale',
      '<meta name="generator" content="YesWiki doryphore"><div data-form-id="2"></div>',
      'events https://wiki.test/?api/forms/2/entries',
    ],
    [
      'https://social.test/@communs',
      '<meta name="generator" content="Mastodon">',
      'feed https://social.test/@communs.rss',
    ],
  ])('begin, at %s, with what says most', (url, html, first) => {
    expect(at(url, html)[0]).toBe(first);
  });

  it('have the history of the page that is shown', () => {
    const html = '<meta name="generator" content="MediaWiki 1.39">';
    expect(at('https://wiki.test/index.php?title=Assembl%C3%A9e', html)).toContain(
      'feed https://wiki.test/index.php?title=Assembl%C3%A9e&action=history&feed=atom',
    );
  });

  it.each([
    ['https://site.test/', '<p>Nous utilisons Mobilizon, Gancio, YesWiki, MediaWiki et WordPress.</p>'],
    ['https://www.meetup.com/find/', ''],
    ['https://notdemosphere.net/', ''],
    ['https://www.facebook.com/groups/communs', '<title>Facebook</title>'],
  ])('are not guessed at %s', (url, html) => {
    expect(at(url, html)).toEqual([]);
  });

  it('give way to what the page itself links to, under the same address', () => {
    const html =
      '<meta name="generator" content="WordPress"><link rel="alternate" type="application/rss+xml" title="Flux" href="/feed/">';
    expect(discoveredSources({ url: 'https://site.test/', html })).toEqual([
      {
        ...{ url: 'https://site.test/feed/', kind: 'feed', title: 'Flux', confidence: 0.9 },
        because: 'linked as an alternate',
      },
    ]);
  });
});

describe('a page that names events itself', () => {
  it.each([
    '<article class="h-event">x</article>',
    '<div itemscope itemtype="https://schema.org/MusicEvent"></div>',
    '<script type="application/ld+json">{"@type":"Event"}</script>',
  ])('is a candidate: %s', (html) => {
    expect(at('https://site.test/agenda', html)).toEqual(['page https://site.test/agenda']);
  });
});

describe('discovery in what is made to do harm', () => {
  it('names some candidates, and is done', () => {
    const links = '<a href="/x.ics">x</a>'.repeat(20_000);
    const many = Array.from({ length: 20_000 }, (_none, index) => `<a href="/${index}.ics">x</a>`).join('');
    expect(at('https://site.test/', links)).toHaveLength(1);
    expect(at('https://site.test/', many)).toHaveLength(40);
    expect(at('https://site.test/', '<div>'.repeat(200_000))).toEqual([]);
    expect(at('javascript:alert(1)', links)).toEqual([]);
    expect(at('https://site.test/%E0%A4%A', '<meta name="generator" content="MediaWiki">')).toHaveLength(2);
  });
});

const recorded = join(import.meta.dirname, '../../../../../shared/fixtures/gancio-live/event-page-h-event.html');
const required = (process.env['RELAIS_REQUIRE'] ?? '').split(',').includes('shared');

(existsSync(recorded) || required ? it : it.skip)(
  'finds the agenda behind a page of a running Gancio (needs ../shared)',
  () => {
    const html = readFileSync(recorded, 'utf8');
    const found = at('http://127.0.0.1:13120/event/assemblee-des-communs-de-lille', html);
    expect(found.slice(0, 2)).toEqual([
      'calendar http://127.0.0.1:13120/feed/ics',
      'events http://127.0.0.1:13120/api/events',
    ]);
    expect(found).toContain('page http://127.0.0.1:13120/event/assemblee-des-communs-de-lille');
  },
);
