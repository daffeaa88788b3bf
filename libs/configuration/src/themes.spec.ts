import { InvalidConfiguration, readConfiguration } from './read-configuration.js';
import { themesOf, type Theme } from './themes.js';

const lille = `assemblies:
  - { id: lille, name: Lille, city: Lille, country: FR, zone: Europe/Paris }
`;
const read = (themes: string) => readConfiguration(`${lille}themes:\n${themes}`, 'relais.yaml').themes;
const problemsIn = (themes: string): readonly string[] => {
  try {
    read(themes);
    return [];
  } catch (error) {
    if (error instanceof InvalidConfiguration) return error.problems;
    throw error;
  }
};

describe('the themes of relais.yaml', () => {
  it('are none where it says nothing of them', () => {
    expect(readConfiguration(lille, 'relais.yaml').themes).toEqual([]);
  });

  it('have one name, or one for each language', () => {
    expect(read(`  - { id: wifi, name: Wifi, words: [wifi] }\n`)[0]?.names).toEqual({
      fr: 'Wifi',
      en: 'Wifi',
      nl: 'Wifi',
    });
    const names = '{ fr: Jardins, en: Gardens, nl: Tuinen }';
    expect(read(`  - { id: jardins, name: ${names}, words: [jardin, potager] }\n`)).toEqual([
      { id: 'jardins', names: { fr: 'Jardins', en: 'Gardens', nl: 'Tuinen' }, words: ['jardin', 'potager'] },
    ]);
  });

  it.each([
    [
      'without a word',
      '  - { id: wifi, name: Wifi, words: [] }',
      'relais.yaml:4: themes[0].words: expected at least one word',
    ],
    [
      'by a word that says nothing',
      '  - { id: a, name: A, words: [le] }',
      'themes[0].words[0]: expected a word of at least 3 letters, found «le»',
    ],
    ['without an id', '  - { name: Wifi, words: [wifi] }', 'themes[0].id: expected an id, found nothing'],
    [
      'with a name in one language of several',
      '  - { id: a, name: { fr: Jardins }, words: [jardin] }',
      'expected a name, or one for each of fr, en, nl',
    ],
    [
      'with something unknown',
      '  - { id: a, name: A, words: [abc], color: red }',
      'expected the keys id, name, words, found «color»',
    ],
  ])('are refused %s', (_, theme, problem) => {
    expect(problemsIn(`${theme}\n`)).toEqual([expect.stringContaining(problem)]);
  });

  it('are each there once', () => {
    const one = '  - { id: wifi, name: Wifi, words: [wifi] }\n';
    expect(problemsIn(one + one)).toEqual(['relais.yaml:5: themes[1].id: expected an id of its own, found «wifi»']);
  });
});

describe('the themes of a text', () => {
  const themes = [
    { id: 'jardins', words: ['jardin', 'potager'] },
    { id: 'eau', words: ['rivière', 'eau potable'] },
  ] as unknown as Theme[];

  it('are those of which a word begins one of its words, whatever accents and capitals', () => {
    expect(themesOf('Chantier aux JARDINS partagés', themes)).toEqual(['jardins']);
    expect(themesOf('La riviere, et le potager', themes)).toEqual(['jardins', 'eau']);
    expect(themesOf('Une eau\npotable', themes)).toEqual(['eau']);
  });

  it('are none where a word only ends like one', () => {
    expect(themesOf('Un beau bateau, un surjardin', themes)).toEqual([]);
  });
});
