import { hostileFeed } from '../testing/hostile-feed.js';
import { atom } from './atom.js';

const title = "]]&gt; &lt;b&gt;&amp;amp; &quot;x&quot; 'y'\ufffd é 🧵";

describe('Atom', () => {
  it('has what RFC 4287 requires, all of it escaped', () => {
    expect(atom.render(hostileFeed).split('\n')).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">',
      '<id>https://relais.example/lille/feed?a=1&amp;b=2</id>',
      '<title>Communs &amp; co</title>',
      `<subtitle>Rencontres : ${title}</subtitle>`,
      '<link rel="alternate" type="text/html" href="https://relais.example/lille"/>',
      '<link rel="self" type="application/atom+xml" href="https://relais.example/lille/feed?a=1&amp;b=2"/>',
      '<updated>2026-11-23T10:00:00.000Z</updated>',
      '<author><name>Relais</name></author>',
      `<entry><id>https://relais.example/rencontres/lille-11</id><title>${title}</title>` +
        '<link rel="alternate" href="https://relais.example/rencontres/lille-11"/>' +
        '<published>2026-11-02T09:00:00Z</published><updated>2026-11-23T10:00:00.000Z</updated>' +
        '<category term="Communs &quot;de&quot; Lille"/>' +
        '<content type="html">&lt;p&gt;jeudi &amp;amp; vendredi 🧵&lt;/p&gt;</content></entry>',
      '<entry><id>urn:relais:lille-blog:a%2F1</id><title></title>' +
        '<link rel="alternate" href="https://blog.example/?p=1&amp;q=2"/>' +
        '<published>2016-02-29T23:30:00Z</published><updated>2016-02-29T23:30:00Z</updated>' +
        '<category term="Lille"/></entry>',
      '</feed>',
      '',
    ]);
  });
});
