import { outlineType } from './outline-type.js';

const typeOf = (url: string, platform = 'web'): string => outlineType(url, { platform });

describe('the type of an outline', () => {
  it.each([
    ['https://lille.encommuns.org/feed/', 'wordpress'],
    ['https://wiki.lescommuns.org/api.php?action=feedrecentchanges&feedformat=atom', 'mediawiki'],
    ['http://www.a-brest.net/spip.php?page=backend', 'spip'],
    ['https://mobilizon.example/@communs/feed/atom', 'mobilizon'],
    ['https://blog.example/index.xml', 'web'],
    ['https://blog.example/feed.json', 'web'],
    ['https://agendadulibre.example/events.rss?tag=communs', 'agenda-du-libre'],
    ['https://blog.example/', 'json-feed'],
  ])('is rss for the feed at %s (%s)', (url, platform) => {
    expect(typeOf(url, platform)).toBe('rss');
  });

  it.each([
    ['https://lille.demosphere.net/events.ics', 'demosphere'],
    ['https://mobilizon.example/@communs/feed/ics', 'mobilizon'],
    ['https://site.example/agenda/?ical=1', 'wordpress'],
    ['https://www.communecter.org/api/event/get?insee=59350', 'communecter'],
    ['https://gancio.example/api/events', 'gancio'],
    ['https://site.example/agenda', 'web'],
    ['not an address', 'web'],
  ])('is link for what no feed reader reads, such as %s (%s)', (url, platform) => {
    expect(typeOf(url, platform)).toBe('link');
  });

  it('does not go by the name of the host', () => {
    expect(typeOf('https://rss.example/agenda')).toBe('link');
    expect(typeOf('https://ics.example/feed')).toBe('rss');
  });
});
