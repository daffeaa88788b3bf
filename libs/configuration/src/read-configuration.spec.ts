import { readConfiguration } from './read-configuration.js';
import { lille, problemsIn } from './testing/problems.js';

describe('a configuration', () => {
  it('needs no more than one assembly', () => {
    expect(readConfiguration(lille, 'relais.yaml')).toMatchObject({
      demonstration: false,
      assemblies: [{ id: 'lille', zone: 'Europe/Paris', sources: [], lists: [] }],
      domainAliases: [],
    });
  });

  it('says of a source and of a list what is left out', () => {
    const text = `${lille}    sources: [{ id: wiki, title: Wiki, platform: mediawiki, url: https://wiki.example.org/feed }]
    lists: [{ id: info-lille, name: Lettre }]
`;
    const [assembly] = readConfiguration(text, 'relais.yaml').assemblies;
    expect(assembly?.sources).toMatchObject([{ id: 'wiki', enabled: true, every: 60 }]);
    expect(assembly?.lists).toMatchObject([{ id: 'info-lille', digest: { day: 1, hour: 9 } }]);
  });

  it('has no source from which nothing comes, nor one that no mail can be sent to', () => {
    const source = (more: string) => `${lille}    sources: [{ id: ${more}, title: A, platform: form }]\n`;
    expect(problemsIn(source('a'))).toEqual([expect.stringContaining('expected a url, a sample, or what it receives')]);
    expect(problemsIn(source('a, receives: [form]'))).toEqual([]);
    expect(problemsIn(source('a, receives: [fax]'))).toEqual([expect.stringContaining('one of webhook, form, mail')]);
    const long = 'a'.repeat(39);
    expect(problemsIn(source(`${long}, receives: [form]`))).toEqual([]);
    expect(problemsIn(source(`${long}, receives: [mail]`))).toEqual([expect.stringContaining('at most 38 characters')]);
  });

  it('may say of a source whether its address is anybody’s business', () => {
    const source = (more: string) =>
      `${lille}    sources: [{ id: a, title: A, platform: ical, url: 'https://exemple.test/a.ics'${more} }]\n`;
    const said = (more: string) => readConfiguration(source(more), 'relais.yaml').assemblies[0]?.sources[0];
    expect(said(', private: true')).toMatchObject({ private: true, url: 'https://exemple.test/a.ics' });
    expect(said('')).not.toHaveProperty('private');
    expect(problemsIn(source(', private: perhaps'))).toEqual([
      'relais.yaml:7: assemblies[0].sources[0].private: expected true or false, found «perhaps»',
    ]);
  });

  it('is refused with the line of every mistake, all at once', () => {
    const text = `assemblies:
  - id: Lille
    name: Assemblée des communs de Lille
    city: Lille
    country: France
    zone: Europe/Lille
    latitude: 506
    sources:
      - id: wiki
        title: Wiki
        platform: mediawiki
        url: wiki.example.org/feed
        every: 5
    lists:
      - id: info
        name: Lettre
        digest: { day: 31, hour: 9 }
`;
    expect(problemsIn(text)).toEqual([
      'relais.yaml:2: assemblies[0].id: expected an id: small letters, digits and single hyphens, found «Lille»',
      'relais.yaml:5: assemblies[0].country: expected a country of two capitals, such as FR, found «France»',
      'relais.yaml:6: assemblies[0].zone: expected an IANA time zone, such as Europe/Paris, found «Europe/Lille»',
      'relais.yaml:7: assemblies[0].latitude: expected degrees from -90 to 90, found «506»',
      'relais.yaml:12: assemblies[0].sources[0].url: expected an http or https URL, found «wiki.example.org/feed»',
      'relais.yaml:13: assemblies[0].sources[0].every: expected whole minutes from 15 to 10080, found «5»',
      'relais.yaml:17: assemblies[0].lists[0].digest.day: expected a day that every month has (1 to 28), found «31»',
    ]);
  });

  it('points to what something is missing from', () => {
    expect(
      problemsIn('assemblies:\n  - id: lille\n    name: Lille\n    country: FR\n    zone: Europe/Paris\n'),
    ).toEqual(['relais.yaml:2: assemblies[0].city: expected a text, found nothing']);
    expect(problemsIn(`${lille}    sources:\n      - { id: wiki, title: Wiki, platform: wiki }\n`)).toEqual([
      expect.stringContaining(
        'relais.yaml:8: assemblies[0].sources[0]: expected a url, a sample, or what it receives, found',
      ),
    ]);
    expect(problemsIn('')).toEqual(['relais.yaml:1: assemblies: expected a list of assemblies, found nothing']);
  });

  it('knows its keys, and names those it knows', () => {
    expect(problemsIn(`demo:\n  true\n${lille}    web: https://example.org/\n`)).toEqual([
      'relais.yaml:9: assemblies[0]: expected the keys id, name, city, country, zone, website, latitude, longitude, sources, lists, rhythms, found «web»',
      'relais.yaml:1: the document: expected the keys demonstration, assemblies, domainAliases, admins, venues, themes, found «demo»',
    ]);
  });

  it('gives every id once, whatever it names', () => {
    const text = `${lille}    lists: [{ id: info, name: Lettre }]
    sources:
      - { id: info, title: Wiki, platform: wiki, sample: a.atom }
`;
    expect(problemsIn(text)).toEqual([
      'relais.yaml:7: assemblies[0].lists[0].id: expected an id of its own, found «info»',
    ]);
  });

  it('leaves the paths of pages free', () => {
    expect(problemsIn(lille.replace('id: lille', 'id: agenda'))).toEqual([
      'relais.yaml:2: assemblies[0].id: expected an id that is not the path of a page, found «agenda»',
    ]);
  });

  it('takes host names for aliases', () => {
    expect(problemsIn(`${lille}domainAliases:\n  - { old: loomio.org, new: "https://loomio.com/" }\n`)).toEqual([
      'relais.yaml:8: domainAliases[0].new: expected a host name in small letters, such as wiki.example.org, found «https://loomio.com/»',
    ]);
  });

  it('takes an office and an address for an admin, each office once', () => {
    const admins = (...entries: string[]): string =>
      `${lille}admins:\n${entries.map((one) => `  - ${one}\n`).join('')}`;
    expect(problemsIn(admins('{ id: secretariat, address: ana }', '{ id: Ana, address: ana@example.org }'))).toEqual([
      'relais.yaml:8: admins[0].address: expected an e-mail address, found «ana»',
      'relais.yaml:9: admins[1].id: expected an id: small letters, digits and single hyphens, found «Ana»',
    ]);
    const twice = admins('{ id: bureau, address: a@example.org }', '{ id: bureau, address: b@example.org }');
    expect(problemsIn(twice)).toEqual(['relais.yaml:9: admins[1].id: expected an id of its own, found «bureau»']);
  });

  it('is refused where it is no YAML', () => {
    expect(problemsIn(`${lille}  country: FR\n`)).toEqual([expect.stringMatching(/^relais\.yaml:7: .+$/)]);
    expect(problemsIn(`${lille}    zone: Europe/Paris\n`)).toEqual(['relais.yaml:7: Map keys must be unique']);
  });
});
