import type { Feed } from '../feed.js';

/** Text that breaks what does not escape: markup, entities, the end of a CDATA section, characters that XML cannot hold. */
export const hostile = `]]> <b>&amp; "x" 'y'\u0000\u0008\u000b\u001f\ufffe\ud800 é 🧵`;

/** What of it XML can hold; and what a calendar can. */
export const hostileInXml = `]]> <b>&amp; "x" 'y'\ufffd é 🧵`;
export const hostileInCalendar = `]]> <b>&amp; "x" 'y'\ufffe\ufffd é 🧵`;

/** A gathering and a news item, written by somebody who means no good; one address has two parameters. */
export const hostileFeed: Feed = {
  title: 'Communs & co',
  description: `Rencontres : ${hostile}`,
  home: 'https://relais.example/lille',
  self: 'https://relais.example/lille/feed?a=1&b=2',
  language: 'fr',
  updated: '2026-11-23T10:00:00.000Z',
  entries: [
    {
      id: 'https://relais.example/rencontres/lille-11',
      title: hostile,
      url: 'https://relais.example/rencontres/lille-11',
      published: '2026-11-02T09:00:00Z',
      updated: '2026-11-23T10:00:00.000Z',
      html: '<p>jeudi &amp; vendredi 🧵</p>',
      category: 'Communs "de" Lille',
      gathering: {
        title: hostile,
        when: { kind: 'timed', starts: '2026-11-26T17:00:00Z', zone: 'Europe/Paris' },
        place: { name: 'MRES', city: 'Lille' },
        cancelled: true,
      },
    },
    {
      id: 'urn:relais:lille-blog:a%2F1',
      title: '',
      url: 'https://blog.example/?p=1&q=2',
      published: '2016-02-29T23:30:00Z',
      updated: '2016-02-29T23:30:00Z',
      html: '',
      category: 'Lille',
    },
  ],
};
