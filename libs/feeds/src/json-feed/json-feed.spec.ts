import type { FeedEntry } from '../feed.js';
import { hostile, hostileFeed } from '../testing/hostile-feed.js';
import { jsonFeed } from './json-feed.js';

type Read = Readonly<{ items: Record<string, unknown>[] }> & Record<string, unknown>;
const read = (feed = hostileFeed): Read => JSON.parse(jsonFeed.render(feed)) as Read;
const gathering = (said: FeedEntry['gathering']): unknown => {
  const [entry] = hostileFeed.entries;
  return read({ ...hostileFeed, entries: [{ ...entry, gathering: said } as FeedEntry] }).items[0]?.['_relais'];
};

describe('JSON Feed', () => {
  it('has what version 1.1 requires, and says texts as they are', () => {
    const { items, ...head } = read();
    expect(head).toEqual({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Communs & co',
      description: `Rencontres : ${hostile}`,
      home_page_url: 'https://relais.example/lille',
      feed_url: 'https://relais.example/lille/feed?a=1&b=2',
      language: 'fr',
    });
    expect(items).toEqual([
      {
        id: 'https://relais.example/rencontres/lille-11',
        url: 'https://relais.example/rencontres/lille-11',
        title: hostile,
        content_html: '<p>jeudi &amp; vendredi 🧵</p>',
        date_published: '2026-11-02T09:00:00Z',
        date_modified: '2026-11-23T10:00:00.000Z',
        tags: ['Communs "de" Lille'],
        _relais: {
          kind: 'gathering',
          starts: '2026-11-26T17:00:00Z',
          zone: 'Europe/Paris',
          place: { name: 'MRES', city: 'Lille' },
          status: 'cancelled',
        },
      },
      expect.objectContaining({ id: 'urn:relais:lille-blog:a%2F1', title: '', content_html: '' }),
    ]);
    expect(items[1]).not.toHaveProperty('_relais');
  });

  it('says when and where a gathering is, as far as that is known', () => {
    expect(gathering({ title: hostile, cancelled: false })).toEqual({ kind: 'gathering' });
    expect(gathering({ title: 'Communs 11', cancelled: false })).toEqual({ kind: 'gathering', title: 'Communs 11' });
    expect(
      gathering({
        title: hostile,
        cancelled: false,
        when: { kind: 'all-day', from: '2016-10-21', until: '2016-10-23' },
      }),
    ).toEqual({
      kind: 'gathering',
      starts: '2016-10-21',
      ends: '2016-10-23',
      allDay: true,
    });
    const timed = { starts: '2016-07-21T16:00:00Z', ends: '2016-07-21T18:00:00Z', zone: 'Europe/Paris' };
    expect(gathering({ title: hostile, cancelled: false, when: { kind: 'timed', ...timed } })).toEqual({
      kind: 'gathering',
      ...timed,
    });
  });
});
