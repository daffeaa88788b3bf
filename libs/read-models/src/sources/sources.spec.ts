import type { HubEvent } from '@relais/catalogue';
import type { AssemblyId, ItemKey, SourceId } from '@relais/vocabulary';
import { lille, projected, published, recordedAt, sourceAdded, specification } from '../testing/index.js';
import { sources, type SourceRow } from './sources.js';

const { given } = specification(sources);
const source = 'lille-blog' as SourceId;
const of = { source, assembly: lille };
const key = (name: string): ItemKey => name as ItemKey;
const fields = { kind: 'news', title: 'x' } as const;

const added = sourceAdded(source);
const removed: HubEvent = { type: 'assembly.source-removed', data: of };
const firstRead: HubEvent = { type: 'source.first-read', data: { ...of, items: 1 } };
const reason = { code: 'timeout', detail: 'no answer within 30 s' } as const;
const lastRead = '2026-11-20T08:00:00Z';
const failed: HubEvent = { type: 'source.failed', data: { ...of, reason, lastRead } };
const recovered: HubEvent = { type: 'source.recovered', data: of };
const gone: HubEvent = {
  type: 'source.gone',
  data: { ...of, reason: { code: 'http-status', detail: '410' }, lastRead },
};
const fellSilent: HubEvent = { type: 'source.fell-silent', data: { ...of, days: 40, usual: 7 } };
const movedTo = (to: string): HubEvent => ({ type: 'source.moved', data: { ...of, to } });
const refusedItems = (...first: { where: string; what: string }[]): HubEvent => ({
  type: 'source.items-refused',
  data: { ...of, refused: first.length, first },
});
const revised = (item = 'a1'): HubEvent => ({
  type: 'source.item-revised',
  data: { ...of, item: key(item), fields, hash: 'h2' },
});
const withdrawn = (item = 'a1'): HubEvent => ({
  type: 'source.item-withdrawn',
  data: { ...of, item: key(item), reason: 'tombstone' },
});
const rekeyed = (from: string, to: string): HubEvent => ({
  type: 'source.item-rekeyed',
  data: { ...of, from: key(from), to: key(to) },
});

/** The one row, to see also what it has not. */
const rowOf = async (...events: HubEvent[]): Promise<SourceRow | undefined> =>
  (await projected(...events)).get(sources, source);

describe('sources', () => {
  it('are unread until their first document', async () => {
    await given(added).then({ source, assembly: lille, status: 'unread', since: recordedAt, items: 0 });
    await given(added, firstRead).then({ status: 'ok', since: recordedAt });
  });

  it('say why they fail, and when they could be read for the last time', () =>
    given(added, firstRead, failed).then({ status: 'failing', reason, lastRead }));

  it('forget why once they recover', async () => {
    expect(await rowOf(added, failed)).toMatchObject({ reason, lastRead });
    const row = await rowOf(added, failed, recovered);
    expect(row?.status).toBe('ok');
    expect(row).not.toHaveProperty('reason');
    expect(row).not.toHaveProperty('lastRead');
  });

  it('are gone when their server says so, with what was known of the last good reading', () =>
    given(added, firstRead, failed, { type: 'source.gone', data: { ...of, reason } }).then({
      status: 'gone',
      reason,
      lastRead,
    }));

  it('are read again once they are there again', () => given(added, firstRead, gone, recovered).then({ status: 'ok' }));

  it('are read elsewhere once they moved, and at home once they came back', async () => {
    const elsewhere = 'https://elsewhere.example/feed';
    await given(added, movedTo(elsewhere)).then({ url: 'https://lille-blog.example/feed', movedTo: elsewhere });
    expect(await rowOf(added, movedTo(elsewhere), movedTo('https://lille-blog.example/feed'))).not.toHaveProperty(
      'movedTo',
    );
  });

  it('are where their description says, once it says another address', async () => {
    const elsewhere = 'https://elsewhere.example/feed';
    const anew: HubEvent = {
      type: 'assembly.source-added',
      data: { assembly: lille, source: { source, title: 'Blog', platform: 'spip', url: elsewhere } },
    };
    expect(await rowOf(added, movedTo(elsewhere), anew)).not.toHaveProperty('movedTo');
    await given(added, movedTo(elsewhere), sourceAdded(source, 'Le blog')).then({
      title: 'Le blog',
      movedTo: elsewhere,
    });
  });

  it('name the items that cannot be used, until all of them can', async () => {
    const first = [{ where: 'line 12', what: 'DTSTART is not a date' }];
    await given(added, firstRead, refusedItems(...first)).then({
      status: 'ok',
      refused: { refused: 1, first, since: recordedAt },
    });
    expect(await rowOf(added, refusedItems(...first), refusedItems())).not.toHaveProperty('refused');
  });

  it('keep their health when they are described anew', () =>
    given(added, firstRead, published(), failed, sourceAdded(source, 'Le blog')).then({
      title: 'Le blog',
      status: 'failing',
      reason,
      items: 1,
      lastNewsAt: recordedAt,
    }));

  it('are away when they are removed, whatever they still said', () =>
    given(added, removed, firstRead, failed, recovered, published()).then());

  it('know what they were when they are added again, since nobody reads them for the first time again', () =>
    given(added, firstRead, published(), removed, failed, added).then({ status: 'failing', items: 1 }));

  it('stay with the assembly that took them over, whatever the other one removes', async () => {
    const gent = 'gent' as AssemblyId;
    const { assembly: _, ...description } = { assembly: lille, source: { source, title: 'Blog', platform: 'spip' } };
    const taken: HubEvent = { type: 'assembly.source-added', data: { assembly: gent, ...description } };
    await given(added, taken, removed).then({ assembly: gent });
  });
});

describe('a silent source', () => {
  it('says for how long, and what is usual', () =>
    given(added, firstRead, published(), fellSilent).then({
      status: 'silent',
      since: recordedAt,
      silent: { days: 40, usual: 7 },
    }));

  it.each([
    ['a new item', published()],
    ['a changed one', revised()],
  ])('talks again with %s', async (_, news) => {
    const row = await rowOf(added, firstRead, fellSilent, news);
    expect(row?.status).toBe('ok');
    expect(row).not.toHaveProperty('silent');
  });

  it('is not heard for being readable again, nor for what it withdraws or renames', () =>
    given(
      ...[added, firstRead, published(), fellSilent, failed, recovered],
      ...[rekeyed('a1', 'b1'), withdrawn('b1')],
    ).then({ status: 'silent', silent: { days: 40, usual: 7 } }));

  it.each([
    ['before', [fellSilent, failed]],
    ['after', [failed, fellSilent]],
  ])('is failing first of all, be it silent %s it fails', (_, events) =>
    given(added, firstRead, ...events).then({ status: 'failing', silent: { days: 40, usual: 7 } }),
  );
});

describe('the items of a source', () => {
  const three = [added, firstRead, published(), published({ item: key('a2') }), published({ item: key('a3') })];

  it('are counted as long as it shows them', () =>
    given(...three, revised(), withdrawn()).then({ items: 2, lastNewsAt: recordedAt }));

  it('count once again when they come back', async () => {
    await given(...three, withdrawn(), revised()).then({ items: 3 });
    await given(...three, withdrawn(), revised(), revised()).then({ items: 3 });
  });

  it('are withdrawn once', () => given(...three, withdrawn(), withdrawn()).then({ items: 2 }));

  it('are as many under other keys', async () => {
    await given(...three, rekeyed('a1', 'b1')).then({ items: 3 });
    await given(...three, withdrawn(), rekeyed('a1', 'b1'), revised('b1')).then({ items: 3 });
  });

  it('are no news for being withdrawn', async () => {
    expect(await rowOf(added, withdrawn())).not.toHaveProperty('lastNewsAt');
  });
});
