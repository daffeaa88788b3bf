import { atom } from '../atom/atom.js';
import { rss } from '../rss/rss.js';
import { hostileFeed, hostileInXml } from './hostile-feed.js';
import { askPython, itWith } from './python.js';

const program = `
import sys, json, time, feedparser
feed = feedparser.parse(sys.stdin.buffer.read(), sanitize_html=False)
date = lambda e, name: e.get(name) and time.strftime('%Y-%m-%dT%H:%M:%SZ', e[name])
print(json.dumps(dict(bozo=int(feed.bozo), title=feed.feed.title, language=feed.feed.get('language'), link=feed.feed.link,
  subtitle=feed.feed.get('subtitle'), updated=date(feed.feed, 'updated_parsed'),
  entries=[dict(id=e.id, title=e.get('title', ''), link=e.link, published=date(e, 'published_parsed'),
  category=e.tags[0].term, html=(e.get('content') or [{'value': e.get('summary', '')}])[0]['value']) for e in feed.entries])))`;

describe('another program reads', () => {
  itWith('feedparser').each([rss, atom])(
    'the same items, links and dates from our $name, without a complaint (needs python)',
    (format) => {
      expect(askPython(program, format.render(hostileFeed))).toEqual({
        bozo: 0,
        title: 'Communs & co',
        subtitle: `Rencontres : ${hostileInXml}`,
        language: 'fr',
        link: 'https://relais.example/lille',
        updated: '2026-11-23T10:00:00Z',
        entries: [
          {
            id: 'https://relais.example/rencontres/lille-11',
            title: hostileInXml,
            link: 'https://relais.example/rencontres/lille-11',
            published: '2026-11-02T09:00:00Z',
            category: 'Communs "de" Lille',
            html: '<p>jeudi &amp; vendredi 🧵</p>',
          },
          {
            id: 'urn:relais:lille-blog:a%2F1',
            title: '',
            link: 'https://blog.example/?p=1&q=2',
            published: '2016-02-29T23:30:00Z',
            category: 'Lille',
            html: '',
          },
        ],
      });
    },
  );
});
