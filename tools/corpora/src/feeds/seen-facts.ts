import { join } from 'node:path';
import type { Fact } from './facts.ts';
import { fact, type GoldenDocument } from './golden-documents.ts';

const nodeFeedparser = 'corpora/danmactough+node-feedparser/test/feeds';
const miniflux = 'corpora/miniflux+v2';
const feedbin = 'corpora/feedbin+feedbin/test/support/www';

/** Where the documents are whose tests are no data. */
export const readBySight: readonly string[] = [nodeFeedparser, miniflux, feedbin];

/** The title of a feed and of its last item, with the number of that: so many items come before. */
const ends = (title: string, number: number, last: string): readonly Fact[] => [
  ...fact(undefined, 'title', title),
  ...fact(number - 1, 'title', last),
];
const russian = ends(
  'Новости Оренбурга и области / Раздел Новости',
  10,
  'Имя героя увековечат в названии одной из улиц нашего города',
);
const tpm = ends('All TPM News', 20, "GOP Rep. Dave Brat: Virginia GOP Didn't 'Nationalize' Election Enough");
const robust = ends('Artificial truth', 25, 'A sneaky Golang bug');
const koi8 = [
  ...ends('Пример RSS ленты', 2, 'Вторая новость'),
  ...fact(0, 'link', 'http://example.com/post1'),
  ...fact(0, 'date', '2026-02-15T10:00:00Z'),
];

/** What people see who open the documents; a few of them say more than titles. */
const facts: readonly (readonly [folder: string, file: string, facts: readonly Fact[]])[] = [
  [nodeFeedparser, 'atom-with-tag-uri-links.xml', [...ends('Test Feed', 1, 'Test Entry')]],
  [nodeFeedparser, 'complexNamespaceFeed.xml', fact(0, 'id', 'urn:uuid:d5ffaea2-0a9a-4f38-98fc-5c364177b6b4')],
  [nodeFeedparser, 'compressed.xml', russian],
  [nodeFeedparser, 'iconv.xml', [...russian, ...fact(0, 'date', '2014-01-22T14:31:31Z')]],
  [nodeFeedparser, 'guid-dupes.xml', fact(0, 'id', 'http://www.braingle.com/50366.html')],
  [nodeFeedparser, 'illegally-nested.xml', fact(0, 'date', '2018-01-17T20:50:00Z')],
  [
    nodeFeedparser,
    'intertwingly.atom',
    [...ends('Sam Ruby', 20, 'Default to Incognito'), ...fact(0, 'id', 'tag:intertwingly.net,2004:3299')],
  ],
  [nodeFeedparser, 'invalid-characters-gzipped.xml', ends('NSHipster', 25, 'Extended File Attributes')],
  [
    nodeFeedparser,
    'non-text-alternate-links.xml',
    [...ends('nLab', 1, '(0,1)-category'), ...fact(0, 'link', 'https://ncatlab.org/nlab/show/%280%2C1%29-category')],
  ],
  [nodeFeedparser, 'nondefaultnamespace.atom', fact(0, 'date', '2006-01-18T11:26:54Z')],
  [nodeFeedparser, 'nondefaultnamespace-xhtml.atom', fact(0, 'link', 'http://example.org/tests/namespace/result.html')],
  [
    nodeFeedparser,
    'rss-with-item-scoped-html-base.xml',
    [...ends('Item Scoped HTML Base', 2, 'Second'), ...fact(0, 'link', 'https://example.com/first/first')],
  ],
  [nodeFeedparser, 'rss-with-relative-html-urls.xml', fact(0, 'link', 'https://example.com/posts/posts/post-1')],
  [nodeFeedparser, 'rss-with-relative-urls.xml', ends('Neverwinter', 2, '2x Underdark Currency & 15% off Bags!')],
  [nodeFeedparser, 'rss-with-trailing-meta.xml', ends('Trailing Meta Feed', 1, 'First item')],
  [
    nodeFeedparser,
    'rss2sample.xml',
    [...ends('Liftoff News', 4, "Astronauts' Dirty Laundry"), ...fact(0, 'date', '2003-06-03T09:39:21Z')],
  ],
  [nodeFeedparser, 'saxerror.xml', ends('SAXError Test Feed', 3, 'Item After Error')],
  [nodeFeedparser, 'tpm.atom', [...tpm, ...fact(0, 'id', 'tag:talkingpointsmemo.com,2005:ArticleDecorator/270060')]],
  [nodeFeedparser, 'tpm-with-empty-base.atom', tpm],
  [
    nodeFeedparser,
    'wapowellness.xml',
    ends(
      'Wellness: Health, Fitness, Nutrition & More - The Washington Post',
      29,
      'Medical Mysteries: ‘I opened my laptop and my eyes snapped shut’',
    ),
  ],
  [miniflux, 'encoding/koi8r.xml', koi8],
  [miniflux, 'xml/koi8r.xml', koi8],
  [miniflux, 'encoding/utf8.xml', ends('테스트 피드', 1, 'Café')],
  [miniflux, 'encoding/utf8-incorrect-prolog.xml', ends('테스트 피드', 1, 'Café')],
  [miniflux, 'encoding/invalid-prolog.xml', ends('테스트 피드', 1, 'Café')],
  [miniflux, 'encoding/windows-1252.xml', fact(undefined, 'title', 'Euro €')],
  [miniflux, 'encoding/windows-1252-incorrect-prolog.xml', fact(undefined, 'title', 'Euro €')],
  [miniflux, 'encoding/iso-8859-1.xml', fact(undefined, 'title', 'Café')],
  [
    miniflux,
    'parser/encoding_ISO-8859-1.xml',
    ends('Golem.de', 40, 'Xiaomi: Das Mi Mix 3 hat keine Notch und eine versteckte Frontkamera'),
  ],
  [
    miniflux,
    'parser/encoding_WINDOWS-1251.xml',
    [...ends('iBash.Org.Ru', 50, 'Цитата #17220'), ...fact(0, 'date', '2018-03-21T07:27:32Z')],
  ],
  [
    miniflux,
    'parser/no_encoding_ISO-8859-1.xml',
    ends(
      'Flux RSS du magazine de psychologie Le Cercle Psy',
      10,
      "Psychologue à domicile : de la clinique à l'état brut",
    ),
  ],
  [
    miniflux,
    'parser/rdf_UTF8.xml',
    ends('heise online News', 60, 'Mi Mix 3: Xiaomi-Flaggschiff mit Kamera-Slider und 10 GByte RAM'),
  ],
  [miniflux, 'parser/large_atom.xml', robust],
  [miniflux, 'parser/large_rss.xml', robust],
  [
    miniflux,
    'parser/small_atom.xml',
    ends('Recent Commits to v2:main', 20, 'Reuse a Reader instead of copying to a buffer when parsing an atom feed'),
  ],
  [feedbin, 'atom.xml', ends('Feedbin', 5, 'Link Opener for Chrome')],
  [
    feedbin,
    'atom_update.xml',
    [...ends('Feedbin', 1, 'Custom Newsletter Addresses'), ...fact(0, 'date', '2024-04-25T14:25:00Z')],
  ],
  [feedbin, 'microposts.xml', fact(1, 'link', 'https://front-end.social/@chriscoyier/109480363768443971')],
  [
    feedbin,
    'feed.json',
    [
      ...ends('The Record', 11, 'Seattle Before the iPhone #1 - Luke Adamson'),
      ...fact(0, 'date', '2014-05-29T12:00:00Z'),
    ],
  ],
];

/** Documents whose expectations are written in code, with what is to be seen in them. */
export const seenDocuments = (): readonly GoldenDocument[] =>
  facts.map(([folder, file, seen]) => ({ path: join(folder, file), facts: seen }));
