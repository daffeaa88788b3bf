import type { HubEvent } from '@relais/catalogue';
import type { ItemKey, SourceId } from '@relais/vocabulary';
import { lille, published, recordedAt, specification } from '../testing/index.js';
import { news } from './news.js';

const { given } = specification(news);
const source = 'lille-blog' as SourceId;
const item = 'a1' as ItemKey;
const of = { source, item, assembly: lille };
const revised = (kind: 'news' | 'gathering', title: string): HubEvent => ({
  type: 'source.item-revised',
  data: { ...of, fields: { kind, title }, hash: title },
});

describe('news', () => {
  it('are the items that are no gatherings', () =>
    given(
      published({
        fields: {
          kind: 'news',
          title: 'Un article',
          link: 'https://blog.example/1',
          summary: '<p>Lisez.</p>',
          published: '2026-11-02T09:00:00Z',
          language: 'fr',
        },
      }),
      published({ item: 'g1' as ItemKey, fields: { kind: 'gathering', title: 'Une rencontre' } }),
    ).then({
      ...of,
      title: 'Un article',
      link: 'https://blog.example/1',
      summary: '<p>Lisez.</p>',
      published: '2026-11-02T09:00:00Z',
      language: 'fr',
      backlog: false,
      position: '1',
      recordedAt,
      changedAt: recordedAt,
    }));

  it('keep their place when they are revised', () =>
    given(published({ backlog: true }), revised('news', 'Un autre titre')).then({
      title: 'Un autre titre',
      backlog: true,
      position: '1',
    }));

  it('lose an item that turns into a gathering, and gain one that was one', async () => {
    await given(published(), revised('gathering', 'Une rencontre')).then();
    await given(
      published({ fields: { kind: 'gathering', title: 'Une rencontre' }, backlog: true }),
      revised('news', 'Le compte rendu'),
    ).then({ title: 'Le compte rendu', backlog: false, position: '2' });
  });

  it('are the same under another key: shown once, and known to feeds by their first one', async () => {
    const to = 'A1' as ItemKey;
    const rekeyed: HubEvent = { type: 'source.item-rekeyed', data: { source, assembly: lille, from: item, to } };
    const now = { ...of, item: to, fields: { kind: 'news' as const, title: 'Un autre titre' }, hash: 'b' };
    await given(published({ backlog: true }), rekeyed).then({ item, position: '1', backlog: true });
    await given(published(), rekeyed, { type: 'source.item-revised', data: now }).then({
      ...{ item, title: 'Un autre titre', position: '1' },
    });
    await given(published(), rekeyed, {
      type: 'source.item-withdrawn',
      data: { ...of, item: to, reason: 'tombstone' },
    }).then();
    await given(rekeyed).then();
  });

  it('lose what its source withdrew', () =>
    given(published(), { type: 'source.item-withdrawn', data: { ...of, reason: 'tombstone' } }).then());

  it('are known since they were published, or recorded, or for nobody knows how long', () => {
    const known = (backlog: boolean, date?: string) =>
      news.columns.known({ backlog, recordedAt, ...(date && { published: date }) } as never);
    expect(known(true, '2015-11-01T08:00:00Z')).toBe('2015-11-01T08:00:00Z');
    expect(known(false)).toBe(recordedAt);
    expect(known(true)).toBeNull();
  });
});
