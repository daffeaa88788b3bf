import { founded, lille, projected, sourceAdded } from '@relais/read-models/testing';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import { hostileInXml, hostile } from '../testing/hostile-feed.js';
import { askPython, itWith } from '../testing/python.js';
import { opml } from './opml.js';

type Event = ReturnType<typeof founded>;

const foundedIn = (id: string, city: string, name = city): Event =>
  founded({ assembly: id as AssemblyId, profile: { name, city, country: 'FR', zone: 'Europe/Paris' } });
const added = (id: string, more: object, assembly = lille): Event => ({
  type: 'assembly.source-added',
  data: { assembly, source: { source: id as SourceId, title: id, platform: 'wordpress', ...more } },
});
const of = (id: string) => ({ source: id as SourceId, assembly: lille });

/** The lines between the body's beginning and its end. */
const outlines = async (...events: Event[]): Promise<string[]> =>
  opml(await projected(...events))
    .split('\n')
    .slice(2, -2);

describe('OPML', () => {
  it('lists the sources that have an address, each with where a person can look at it', async () => {
    expect(
      opml(
        await projected(
          founded(),
          sourceAdded('lille-blog', 'Le <blog>'),
          added('lille-wiki', { title: 'Wiki', url: 'https://wiki.example/?feed&b=2', site: 'https://wiki.example/' }),
          added('lille-facebook', { title: 'Facebook', platform: 'facebook' }),
        ),
      ).split('\n'),
    ).toEqual([
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<opml version="2.0"><head><title>Relais des communs : sources</title></head><body>',
      '<outline text="Assemblée des communs de Lille">',
      '<outline type="rss" text="Le &lt;blog&gt;" title="Le &lt;blog&gt;" xmlUrl="https://lille-blog.example/feed"/>',
      '<outline type="rss" text="Wiki" title="Wiki" xmlUrl="https://wiki.example/?feed&amp;b=2" htmlUrl="https://wiki.example/"/>',
      '</outline>',
      '</body></opml>',
      '',
    ]);
  });

  it('goes in order of cities and then of titles, as a person looks for them', async () => {
    const lines = await outlines(
      foundedIn('zuydcoote', 'Zuydcoote'),
      foundedIn('evry', 'Évry', 'Communs d’Évry'),
      foundedIn('brest', 'Brest'),
      ...['zuydcoote', 'evry'].map((id) => added(`${id}-blog`, { url: 'https://x.example/feed' }, id as AssemblyId)),
      ...['b-1', 'a-3', 'c-2'].map((id) =>
        added(
          id,
          { title: { 'b-1': 'Zoo', 'a-3': 'Wiki', 'c-2': 'Éphéméride' }[id], url: 'https://x.example/feed' },
          'brest' as AssemblyId,
        ),
      ),
    );
    expect(lines.flatMap((line) => /text="([^"]*)"/u.exec(line)?.[1] ?? [])).toEqual([
      'Brest',
      'Éphéméride',
      'Wiki',
      'Zoo',
      'Communs d’Évry',
      'evry-blog',
      'Zuydcoote',
      'zuydcoote-blog',
    ]);
  });

  it('names no assembly that has nothing to follow, but never is an empty list, which would be none', async () => {
    expect(await outlines(founded(), added('x', { platform: 'facebook' }))).toEqual([
      '<outline text="Aucune source"/>',
    ]);
  });

  it('gives calendars as links, which no reader takes for a feed', async () => {
    const [, line] = await outlines(
      founded(),
      added('agenda', { url: 'https://x.example/events.ics', site: 'https://x.example/' }),
    );
    expect(line).toBe('<outline type="link" text="agenda" url="https://x.example/events.ics"/>');
  });

  it('gives the address at which a source is read now, and none that is no more', async () => {
    const there = [founded(), sourceAdded('blog'), sourceAdded('site')];
    const moved: Event = { type: 'source.moved', data: { ...of('blog'), to: 'https://new.example/feed' } };
    const gone: Event = {
      type: 'source.gone',
      data: { ...of('site'), reason: { code: 'http-status', detail: '410 Gone' } },
    };
    expect(await outlines(...there, moved, gone)).toEqual([
      '<outline text="Assemblée des communs de Lille">',
      '<outline type="rss" text="blog" title="blog" xmlUrl="https://new.example/feed"/>',
      '</outline>',
    ]);
  });

  const read = `
import sys, json
from xml.etree import ElementTree
opml = ElementTree.fromstring(sys.stdin.buffer.read())
print(json.dumps([opml.tag, opml.get('version'), opml.find('head/title').text,
  [[group.get('text'), [one.attrib for one in group]] for group in opml.find('body')]]))`;

  itWith('xml.etree')('says the same to another program, whatever was written into it (needs python)', async () => {
    const url = 'https://x.example/feed?a=1&b="2"&c=<3>';
    const site = "https://x.example/'";
    const calendar = 'https://x.example/?ical=1&x=]]>';
    const models = await projected(
      foundedIn('lille', 'Lille', hostile),
      added('a', { title: hostile, url, site }),
      added('b', { title: '', url: calendar }),
    );
    expect(askPython(read, opml(models))).toEqual([
      'opml',
      '2.0',
      'Relais des communs : sources',
      [
        [
          hostileInXml,
          [
            { type: 'link', text: '', url: calendar },
            { type: 'rss', text: hostileInXml, title: hostileInXml, xmlUrl: url, htmlUrl: site },
          ],
        ],
      ],
    ]);
  });
});
