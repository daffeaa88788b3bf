import { listen } from '@relais/transport/testing';
import type { AssemblyId, SourceId } from '@relais/vocabulary';
import { answers, HubUnderTest, oneAssembly } from '../../testing/index.js';
import { Collector } from '../collector.js';
import { preferredOf } from './preferred.js';

const preferred = (platform: string, url: string) =>
  preferredOf(
    {
      ...{ assembly: 'lille' as AssemblyId, description: { source: 'a' as SourceId, title: 'A', platform } },
      ...{ readFrom: url, zone: 'Europe/Paris', everyMinutes: 60 },
    },
    url,
  );

describe('what the server of a source is asked for', () => {
  it.each([
    ['mastodon', 'https://exemple.test/@communs'],
    ['mobilizon', 'https://exemple.test/events/7d1a'],
    ['gancio', 'https://exemple.test/federation/u/agenda/outbox?page=1'],
    ['activitypub', 'https://exemple.test/users/feedback'],
  ])('is ActivityStreams where that is what it speaks: %s at %s', (platform, url) => {
    expect(preferred(platform, url)).toBe('activitystreams');
  });

  it.each([
    ['wordpress', 'https://exemple.test/author/ada/'],
    ['mobilizon', 'https://exemple.test/@communs/feed/ics'],
    ['mastodon', 'https://exemple.test/@communs.rss'],
    ['gancio', 'https://exemple.test/api/events'],
    ['gancio', 'https://exemple.test/'],
    ['peertube', 'https://exemple.test/feeds/videos.xml?accountId=1'],
  ])('is a feed, a calendar or a page otherwise: %s at %s', (platform, url) => {
    expect(preferred(platform, url)).toBeUndefined();
  });
});

describe('a server that shows people a page, and other servers ActivityStreams', () => {
  const event = {
    ...{ '@context': 'https://www.w3.org/ns/activitystreams', type: 'Event', name: 'Assemblée' },
    ...{ id: '/events/7d1a', startTime: '2026-11-26T18:00:00+01:00' },
  };

  it.each([
    ['gancio', 'read'],
    ['test', 'failed'],
  ])('is read by what the configuration says of its platform: %s', async (platform, outcome) => {
    const site = await listen((request, response) =>
      request.headers.accept?.startsWith('application/activity+json')
        ? answers.text(JSON.stringify(event), 'application/activity+json')(request, response)
        : answers.text('<!doctype html><html><body>Venez</body></html>', 'text/html')(request, response),
    );
    const hub = await HubUnderTest.start({
      configuration: oneAssembly({ id: 'a', url: `${site.origin}/events/7d1a` }).replace(
        '"platform":"test"',
        `"platform":"${platform}"`,
      ),
    });
    try {
      await hub.get(Collector).collect(undefined);
      const published = await hub.events('source.item-published');
      expect(published).toHaveLength(outcome === 'read' ? 1 : 0);
      expect(await hub.events('source.failed')).toHaveLength(outcome === 'read' ? 0 : 1);
    } finally {
      await hub.end();
      await site.close();
    }
  });
});
