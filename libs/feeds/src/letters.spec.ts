import { founded, projected, recordedAt } from '@relais/read-models/testing';
import type { AdminId, AssemblyId, IssueId, ListId } from '@relais/vocabulary';
import { atom } from './atom/atom.js';
import { feedFormats } from './feed-formats.js';
import { lettersFeedOf, type LettersRequest } from './letters.js';
import { askPython, itWith } from './testing/python.js';

type Events = ReturnType<typeof founded>[];
const publicUrl = 'https://relais.example';
const composed = (issue: string, date: string, more: object = {}): Events[number] => ({
  type: 'digest.composed',
  data: {
    ...{ issue: issue as IssueId, list: 'info-lille' as ListId, assembly: 'lille' as AssemblyId, date },
    ...{ period: { since: null, until: `${date}T08:00:00Z` }, position: '40', template: 2, hash: 'f00d' },
    content: { upcoming: [], announced: [], news: [{ title: 'Un <b>article</b> & plus', source: 'Blog' }] },
    ...more,
  },
});
const feed = async (events: Events, more: Partial<LettersRequest> = {}) =>
  lettersFeedOf({
    models: await projected(founded(), ...events),
    ...{ limit: 50, publicUrl, language: 'fr', self: `${publicUrl}/lettres.rss` },
    ...more,
  });

describe('the feed of letters', () => {
  it('has each letter whole, under its page’s address, without anything personal', async () => {
    const { title, home, entries } = await feed([composed('info-lille-2026-11', '2026-11-15')]);
    expect([title, home]).toEqual(['Lettres\u00a0: Relais des communs', 'https://relais.example/lettres']);
    expect(entries).toEqual([
      {
        ...{
          id: 'https://relais.example/lettres/info-lille-2026-11',
          url: 'https://relais.example/lettres/info-lille-2026-11',
        },
        ...{ title: 'Les communs à Lille, novembre 2026', category: 'Assemblée des communs de Lille' },
        ...{ published: recordedAt, updated: recordedAt },
        html: expect.stringContaining('Un &lt;b&gt;article&lt;/b&gt; &amp; plus'),
      },
    ]);
    expect(entries[0]?.html).not.toMatch(/\{\{|jeton|quitter/u);
  });

  it('is of one assembly where one is named, and of so many', async () => {
    const both = [
      composed('info-lille-2026-11', '2026-11-15'),
      composed('info-brest-2026-11', '2026-11-15', { assembly: 'brest', list: 'info-brest' }),
    ];
    const ids = ({ entries }: Awaited<ReturnType<typeof feed>>) => entries.map(({ id }) => id.split('/').at(-1));
    expect(ids(await feed(both))).toEqual(['info-brest-2026-11', 'info-lille-2026-11']);
    expect(ids(await feed(both, { assembly: 'lille' as AssemblyId }))).toEqual(['info-lille-2026-11']);
    expect(ids(await feed(both, { limit: 1 }))).toEqual(['info-brest-2026-11']);
  });

  it('has none that waits for approval, or was refused', async () => {
    const waiting = composed('info-lille-2026-11', '2026-11-15', { needsApproval: true });
    const about = { issue: 'info-lille-2026-11' as IssueId, by: 'ada' as AdminId };
    expect((await feed([waiting])).entries).toEqual([]);
    expect((await feed([waiting, { type: 'digest.approved', data: about }])).entries).toHaveLength(1);
    const refused: Events[number] = { type: 'digest.rejected', data: { ...about, note: 'le lieu manque' } };
    expect((await feed([waiting, refused])).entries).toEqual([]);
  });

  it.each(feedFormats)('is the same bytes for the same letters, as $name', async ({ render }) => {
    const events = [composed('info-lille-2026-11', '2026-11-15')];
    expect(render(await feed(events))).toBe(render(await feed(events)));
  });

  itWith('feedparser')('is read by another program (needs python)', async () => {
    const program = `
import sys, json, feedparser
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps([int(feed.bozo), feed.feed.title, [[e.id, e.title] for e in feed.entries]]))`;
    const text = atom.render(await feed([composed('info-lille-2026-11', '2026-11-15')], { language: 'nl' }));
    expect(askPython(program, text)).toEqual([
      ...[0, 'Nieuwsbrieven: Relais des communs'],
      [['https://relais.example/lettres/info-lille-2026-11', 'De commons in Lille, november 2026']],
    ]);
  });
});
