import type { HubEvent } from '@relais/catalogue';
import type { SourceId } from '@relais/vocabulary';
import { lille, published, recordedAt, sourceAdded, specification } from '../testing/index.js';
import { sources } from './sources.js';

const { given } = specification(sources);
const source = 'lille-blog' as SourceId;
const of = { source, assembly: lille };
const added = sourceAdded(source);
const firstRead: HubEvent = { type: 'source.first-read', data: { ...of, items: 1 } };
const reason = { code: 'timeout', detail: 'no answer within 30 s' } as const;
const failed: HubEvent = { type: 'source.failed', data: { ...of, reason } };
const recovered: HubEvent = { type: 'source.recovered', data: of };
const item = { item: 'a1' as never };

describe('sources', () => {
  it('are unread until their first document', async () => {
    await given(added).then({ source, assembly: lille, status: 'unread', since: recordedAt, items: 0 });
    await given(added, firstRead).then({ status: 'ok', since: recordedAt });
  });

  it('count the items they show, and say when they last had news', () =>
    given(
      ...[added, firstRead, published(), published({ item: 'a2' as never }), published({ item: 'a3' as never })],
      { type: 'source.item-revised', data: { ...of, ...item, fields: { kind: 'news', title: 'x' }, hash: 'h2' } },
      { type: 'source.item-withdrawn', data: { ...of, ...item, reason: 'tombstone' } },
    ).then({ items: 2, lastNewsAt: recordedAt }));

  it('say why they fail', () => given(added, firstRead, failed).then({ status: 'failing', reason }));

  it('forget why once they recover', async () => {
    await given(added, failed, recovered).then({ status: 'ok' });
    await given(added, failed, recovered).then(expect.not.objectContaining({ reason: expect.anything() }) as object);
  });

  it('keep their health when they are described anew', () =>
    given(added, firstRead, published(), failed, sourceAdded(source, 'Le blog')).then({
      title: 'Le blog',
      status: 'failing',
      reason,
      items: 1,
      lastNewsAt: recordedAt,
    }));

  it('are gone when they are removed, whatever they still said', () =>
    given(added, { type: 'assembly.source-removed', data: of }, firstRead, failed, recovered, published()).then());
});
