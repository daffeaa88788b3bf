import { readConfiguration } from './read-configuration.js';
import { intakesOf, sourcesToRead } from './sources-to-read.js';

const configured = (demonstration: boolean) =>
  readConfiguration(
    `demonstration: ${demonstration}
assemblies:
  - id: lille
    name: Lille
    city: Lille
    country: FR
    zone: Europe/Paris
    sources:
      - { id: agenda-1, title: A, platform: ical, url: 'https://example.org/a.ics', sample: samples/a.ics, enabled: false }
      - { id: feed, title: B, platform: rss, url: 'https://example.org/b.rss' }
      - { id: coming, title: C, platform: ical, sample: 'generated:lille-programme.ics' }
`,
    'relais.yaml',
  );
const read = (demonstration: boolean, live = false) =>
  sourcesToRead(configured(demonstration), {
    configFile: '/etc/relais/relais.yaml',
    dataFolder: '/var/relais',
    live,
  }).map(({ source, url, isSample }) => ({ id: source.id, url, isSample }));

describe('the sources to be read', () => {
  it('are those that are enabled and have an address', () => {
    expect(read(false)).toEqual([{ id: 'feed', url: 'https://example.org/b.rss', isSample: false }]);
  });

  it('are the samples in the demonstration, and nothing of the network', () => {
    expect(read(true)).toEqual([
      { id: 'agenda-1', url: 'file:///etc/relais/samples/a.ics', isSample: true },
      { id: 'coming', url: 'file:///var/relais/samples/lille-programme.ics', isSample: true },
    ]);
  });

  it.each([true, false])(
    'are all that have an address once one setting turns them on (demonstration: %s)',
    (demonstration) => {
      expect(read(demonstration, true)).toEqual([
        { id: 'agenda-1', url: 'https://example.org/a.ics', isSample: false },
        { id: 'feed', url: 'https://example.org/b.rss', isSample: false },
      ]);
    },
  );
});

describe('the sources that announcements come to', () => {
  const receiving = (demonstration: boolean) =>
    readConfiguration(
      `demonstration: ${demonstration}
assemblies:
  - id: lille
    name: Lille
    city: Lille
    country: FR
    zone: Europe/Paris
    sources:
      - { id: feed, title: B, platform: rss, url: 'https://example.org/b.rss' }
      - { id: organisers, title: O, platform: form, receives: [form, mail], links: 3 }
      - { id: chat, title: C, platform: loomio, receives: [webhook], enabled: false }
`,
      'relais.yaml',
    );
  const idsOf = (demonstration: boolean, live = false) =>
    intakesOf(receiving(demonstration), { live }).map(({ source }) => source.id);

  it('need neither an address nor a sample, and are not read', () => {
    expect(idsOf(false)).toEqual(['organisers']);
    const of = { configFile: '/etc/relais.yaml', dataFolder: '/var/relais' };
    expect(sourcesToRead(receiving(false), of).map(({ source }) => source.id)).toEqual(['feed']);
  });

  it('are all of them in the demonstration, and where everything is live', () => {
    expect(idsOf(true)).toEqual(['organisers', 'chat']);
    expect(idsOf(false, true)).toEqual(['organisers', 'chat']);
  });

  it('know which of their links are good: the first, unless it is said', () => {
    expect(intakesOf(receiving(true), {}).map(({ source }) => source.links)).toEqual([3, 1]);
  });
});
