import { hostileFeed } from '../testing/hostile-feed.js';
import { rss } from './rss.js';

const title = "]]&gt; &lt;b&gt;&amp;amp; &quot;x&quot; 'y'\ufffd é 🧵";

describe('RSS', () => {
  it('has what RSS 2.0 requires, all of it escaped', () => {
    expect(rss.render(hostileFeed).split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
      '<title>Communs &amp; co</title>',
      '<link>https://relais.example/lille</link>',
      `<description>Rencontres : ${title}</description>`,
      '<language>fr</language>',
      '<lastBuildDate>Mon, 23 Nov 2026 10:00:00 GMT</lastBuildDate>',
      '<atom:link rel="self" type="application/rss+xml" href="https://relais.example/lille/feed?a=1&amp;b=2"/>',
      `<item><title>${title}</title>` +
        '<link>https://relais.example/rencontres/lille-11</link>' +
        '<guid isPermaLink="true">https://relais.example/rencontres/lille-11</guid>' +
        '<pubDate>Mon, 02 Nov 2026 09:00:00 GMT</pubDate>' +
        '<category>Communs &quot;de&quot; Lille</category>' +
        '<description>&lt;p&gt;jeudi &amp;amp; vendredi 🧵&lt;/p&gt;</description></item>',
      '<item><title></title>' +
        '<link>https://blog.example/?p=1&amp;q=2</link>' +
        '<guid isPermaLink="false">urn:relais:lille-blog:a%2F1</guid>' +
        '<pubDate>Mon, 29 Feb 2016 23:30:00 GMT</pubDate>' +
        '<category>Lille</category></item>',
      '</channel></rss>',
      '',
    ]);
  });
});
