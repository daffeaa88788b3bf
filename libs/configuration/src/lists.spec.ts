import { readConfiguration } from './read-configuration.js';
import { lille, problemsIn } from './testing/problems.js';

const listed = (...lists: readonly string[]): string =>
  `${lille}    lists:\n${lists.map((one) => `      - { ${one} }\n`).join('')}`;
const external = 'id: echanges, name: Échanges, kind: external, address: echanges@listes.example.org';
const read = (...lists: readonly string[]) => readConfiguration(listed(...lists), 'relais.yaml').assemblies[0]?.lists;

describe('a list of relais.yaml', () => {
  it('is our own where nothing else is said', () => {
    expect(read('id: info, name: Lettre')).toEqual([
      { kind: 'info', id: 'info', name: 'Lettre', digest: { day: 1, hour: 9 }, approval: false },
    ]);
  });

  it('may be somebody else’s, which has a copy each month and no canary unless it is said', () => {
    expect(read(external)).toEqual([
      {
        ...{ kind: 'external', id: 'echanges', name: 'Échanges', address: 'echanges@listes.example.org' },
        ...{ canary: false, language: 'fr', cadence: 'month' },
      },
    ]);
    const more = 'from: Lille <lille@example.org>, canary: true, language: nl, cadence: week';
    expect(read(`${external}, ${more}`)).toMatchObject([
      { from: 'Lille <lille@example.org>', canary: true, language: 'nl', cadence: 'week' },
    ]);
  });

  it('has the mistakes of its own kind, by their lines', () => {
    expect(
      problemsIn(
        listed(
          `${external}, digest: { day: 1 }`,
          'id: a, name: A, kind: external',
          'id: b, name: B, address: b@example.org',
          'id: c, name: C, kind: sympa',
          `${external.replace('echanges', 'd')}, from: Lille, language: de, cadence: day`,
        ),
      ),
    ).toEqual([
      'relais.yaml:8: assemblies[0].lists[0]: expected the keys kind, id, name, address, from, canary, language, cadence, found «digest»',
      'relais.yaml:9: assemblies[0].lists[1].address: expected an e-mail address, found nothing',
      'relais.yaml:10: assemblies[0].lists[2]: expected the keys kind, id, name, digest, approval, found «address»',
      'relais.yaml:11: assemblies[0].lists[3].kind: expected info or external, found «sympa»',
      'relais.yaml:12: assemblies[0].lists[4].from: expected an address, such as relais@example.org, found «Lille»',
      'relais.yaml:12: assemblies[0].lists[4].language: expected one of fr, en, nl, found «de»',
      'relais.yaml:12: assemblies[0].lists[4].cadence: expected one of month, week, found «day»',
    ]);
  });

  it('has an id of its own, whatever its kind', () => {
    expect(problemsIn(listed('id: echanges, name: Lettre', external))).toEqual([
      'relais.yaml:9: assemblies[0].lists[1].id: expected an id of its own, found «echanges»',
    ]);
  });
});
