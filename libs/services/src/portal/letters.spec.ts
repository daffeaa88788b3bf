import { EventStore } from '@relais/event-store';
import { lille, type recognised } from '@relais/read-models/testing';
import type { IssueId, ListId } from '@relais/vocabulary';
import { HubUnderTest, oneAssembly } from '../testing/index.js';

type Event = ReturnType<typeof recognised>;

const composed = (issue: string, more: object = {}): Event => ({
  type: 'digest.composed',
  data: {
    ...{ issue: issue as IssueId, list: 'info-lille' as ListId, assembly: lille, date: '2026-11-15' },
    ...{ period: { since: null, until: '2026-11-15T08:00:00Z' }, position: '4', template: 2, hash: 'f00d' },
    content: { upcoming: [], announced: [], news: [{ title: 'Une forge <libre>', source: 'Blog' }] },
    ...more,
  },
});
const sent = '/lettres/info-lille-2026-11';
const waiting = '/lettres/info-lille-2026-12';

describe('letters in the portal', () => {
  let hub: HubUnderTest;
  beforeAll(async () => {
    hub = await HubUnderTest.start({
      configuration: oneAssembly(),
      environment: { RELAIS_NOW: '2026-11-25T09:00:00Z' },
    });
    const store = hub.get(EventStore);
    await store.append('digest-info-lille-2026-11', [composed('info-lille-2026-11')], 'any');
    const december = composed('info-lille-2026-12', { needsApproval: true });
    await store.append('digest-info-lille-2026-12', [december], 'any');
    await hub.shown();
  });
  afterAll(() => hub.end());

  it('are a page and an A4 notice each, in the language of the address', async () => {
    expect(await hub.text(sent)).toContain(`href="${sent}.pdf"`);
    const paper = await hub.fetch(`${sent}.pdf?lang=nl`);
    expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect(paper.headers.get('content-disposition')).toBe('inline; filename="info-lille-2026-11.pdf"');
    expect(Buffer.from(await paper.arrayBuffer()).toString('latin1')).toMatch(/^%PDF-1\.7.*\/Lang \(nl\)/su);
  });

  it('are not sent again to who has the notice', async () => {
    const first = await hub.fetch(`${sent}.pdf`);
    const etag = first.headers.get('etag') ?? '';
    const again = await hub.fetch(`${sent}.pdf`, { headers: { 'if-none-match': etag } });
    expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
  });

  it.each(['/lettres.rss', '/lettres.atom', '/lettres.json', '/lille/lettres.rss'])('are a feed: %s', async (path) => {
    const text = await hub.text(path);
    expect(text).toContain('/lettres/info-lille-2026-11');
    expect(text).toContain('Une forge');
    expect(text).not.toContain('info-lille-2026-12');
  });

  it('are not there for anybody while somebody has to approve them, nor where there is no such thing', async () => {
    for (const path of [waiting, `${waiting}.pdf`, '/lettres/nulle.pdf', '/nulle-part/lettres.rss'])
      expect([path, (await hub.fetch(path)).status]).toEqual([path, 404]);
  });
});
