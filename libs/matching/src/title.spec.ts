import { folded, titleSimilarity } from './title.js';

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
    expect(titleSimilarity('Atelier couture', 'Atelier vélo')).toBe(0.5);
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

describe('a folded text', () => {
  it('is small letters and spaces', () => {
    expect(folded("  L'Éco-lieu   « ŒUVRE » n°3 ")).toBe('l eco lieu œuvre n 3');
  });
});
