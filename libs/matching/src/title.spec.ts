import { folded } from './text.js';
import { compareTitles, titleSimilarity } from './title.js';

const lille = "Construire dans l'action l'assemblée des communs";

describe('two titles', () => {
  it('are alike whatever their case, accents and punctuation', () => {
    expect(titleSimilarity(`${lille} 10`, "CONSTRUIRE DANS L’ACTION : l'Assemblee des communs (10)")).toBe(1);
  });

  it.each([
    [`${lille} 10`, `${lille} 11`],
    [`${lille} 1`, `${lille} 10`],
    ['Assemblée des Communs de Lille - 1', 'Assemblée des Communs de Lille - 2'],
    ['Brest en communs 2017', 'Brest en communs 2019'],
  ])('are not alike when their numbers differ: %s / %s', (one, other) => {
    expect(titleSimilarity(one, other)).toBe(0);
    expect(titleSimilarity(other, one)).toBe(0);
  });

  it.each([
    [`${lille} 10`, `${lille} 10 (21 juillet)`],
    [`${lille} 10`, lille],
    [`${lille} 10`, `${lille} 010`],
    ['Festival 2017', 'Festival, 13 au 21 octobre 2017'],
  ])('may say more than one another: %s / %s', (one, other) => {
    expect(titleSimilarity(one, other)).toBeGreaterThan(0.3);
    expect(titleSimilarity(one, other)).toBe(titleSimilarity(other, one));
  });

  it('are little alike when they share small words only', () => {
    expect(titleSimilarity('Le café de la paix', 'La fête de la musique')).toBe(0);
    expect(titleSimilarity('Atelier couture', 'Atelier vélo')).toBeCloseTo(0.286, 3);
  });

  it('without any word are alike only when they are equal', () => {
    expect([titleSimilarity('', ''), titleSimilarity('?!', '…'), titleSimilarity('', 'Fête')]).toEqual([1, 1, 0]);
    expect([titleSimilarity('Les', 'Les'), titleSimilarity('Les', 'Des')]).toEqual([1, 0]);
  });

  it('are compared in any script', () => {
    expect(titleSimilarity('Συνέλευση των κοινών', 'συνελευση των κοινων')).toBe(1);
    expect(titleSimilarity('コモンズ集会', '音楽祭')).toBe(0);
  });
});

describe('what titles say', () => {
  it.each([
    ['Commons assembly', 'Vergadering van de commons'],
    ['Fietsatelier', 'Atelier vélo'],
    ['Bike workshops', 'Ateliers vélos'],
  ])('is the same in other languages: %s / %s', (one, other) => {
    expect(titleSimilarity(one, other)).toBe(1);
  });

  it.each([
    'Jeudi 12 mars : Atelier vélo',
    '12/03 18h30 – Atelier vélo',
    '[12 mrt] ATELIER VÉLO',
    '12 mars 2026 | 18h | Atelier vélo',
    'March 12th, 6pm: atelier vélo',
    'Atelier vélo, donderdag 18.00 uur',
    'Atelier vélo (annulé)',
    'REPORTÉ ! Atelier vélo',
  ])('is the same with a day, an hour or a warning beside it: %s', (title) => {
    expect(titleSimilarity(title, 'Atelier vélo')).toBe(1);
  });

  it('differs by the days that both name', () => {
    expect(titleSimilarity('Atelier vélo du 12 mars', 'Atelier vélo (19/03)')).toBe(0);
    expect(titleSimilarity('Atelier vélo du 12 mars', 'Atelier vélo (12/03)')).toBe(1);
    expect(titleSimilarity('Web 2.0', 'Web')).toBeGreaterThan(0);
  });

  it('is the same with one mistake in a long word, not in a short one or with two', () => {
    for (const wrong of ['Recontre', 'Renccontre', 'Recnontre', 'Rencontra'])
      expect(titleSimilarity(`${wrong} Debian`, 'Rencontre Debian')).toBe(1);
    expect(titleSimilarity('Nuit debout', 'Suit debout')).toBeLessThan(1);
    expect(titleSimilarity('Recntre Debian', 'Rencontre Debian')).toBeLessThan(1);
  });

  it('is without the city and the house, unless that is all', () => {
    expect(compareTitles('Lille : atelier vélo', 'Atelier vélo', ['lille']).alike).toBe(1);
    expect(compareTitles('Lille', 'Lille', ['lille']).alike).toBe(1);
  });

  it('is at odds when each says something of its own, or is of another kind', () => {
    expect(compareTitles('Atelier vélo', 'Atelier couture').atOdds).toBe(true);
    expect(compareTitles('Apéro des communs', 'Concert des communs').atOdds).toBe(true);
    expect(compareTitles('Communs', 'Atelier des communs')).toMatchObject({ atOdds: false, holds: true });
    expect(compareTitles('Atelier', 'Atelier vélo').holds).toBe(false);
  });
});

describe('a folded text', () => {
  it('is small letters and spaces', () => {
    expect(folded("  L'Éco-lieu   « ŒUVRE » n°3 ")).toBe('l eco lieu œuvre n 3');
  });
});
