import { readConfiguration } from '@relais/configuration';
import { describedSource } from './described-source.js';

/** As a line of `relais.yaml` says it. */
const described = (said: string) => {
  const { assemblies } = readConfiguration(
    `assemblies: [{ id: lille, name: Lille, city: Lille, country: FR, zone: Europe/Paris, sources: [{ id: a, title: A, platform: p, ${said} }] }]`,
    'relais.yaml',
  );
  const [source] = assemblies[0]?.sources ?? [];
  if (source === undefined) throw new Error(`no source: ${said}`);
  return describedSource(source, false);
};

describe('what is recorded of a source', () => {
  it.each([
    ['https://exemple.test/feed', 'https://exemple.test/feed'],
    ['https://exemple.test', 'https://exemple.test'],
    ['https://exemple.test/été?lieu=là&token_de=x', 'https://exemple.test/été?lieu=là&token_de=x'],
    ['https://ada:s3cret@exemple.test/a.ics', 'https://exemple.test/a.ics'],
    ['https://s3cret@exemple.test/a.ics?b=c#d', 'https://exemple.test/a.ics?b=c'],
    ['https://:s3cret@exemple.test/', 'https://exemple.test/'],
    ['https://exemple.test/a#access_token=s3cret', 'https://exemple.test/a'],
  ])('is its address, without a name, a password or a fragment: %s', (url, shown) => {
    expect(described(`url: '${url}'`)).toEqual({ source: 'a', title: 'A', platform: 'p', url: shown });
  });

  it.each([
    'https://exemple.test/feed?token=s3cret',
    'https://exemple.test/feed?a=b&Api_Key=s3cret',
    'https://exemple.test/feed?auth=s3cret',
    'https://ada:s3cret@exemple.test/feed?token=s3cret',
    'https://calendar.exemple.test/calendar/ical/x/private-0123456789abcdef0123456789abcdef/basic.ics',
  ])('is not an address that looks secret, unless it is said not to be: %s', (url) => {
    expect(described(`url: '${url}'`)).toEqual({ source: 'a', title: 'A', platform: 'p' });
    expect(described(`url: '${url}', private: false`).url).toBe(url.replace('ada:s3cret@', ''));
  });

  it('is nothing of an address that is private', () => {
    const site = "site: 'https://ada:s3cret@exemple.test/agenda'";
    expect(described(`url: 'https://exemple.test/s3cret.ics', ${site}, private: true`)).toEqual({
      ...{ source: 'a', title: 'A', platform: 'p' },
      site: 'https://exemple.test/agenda',
    });
  });
});
