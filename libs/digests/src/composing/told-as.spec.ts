import type { NewsRow } from '@relais/read-models';
import { textOf, toldAs } from './told-as.js';

const as = (title: string, platform?: string, more: Partial<NewsRow> = {}) =>
  toldAs({ title, ...more } as NewsRow, platform);

describe('an item that is no gathering', () => {
  it.each([
    ['Vote : le budget 2027', 'votes'],
    ['Votez pour le nom', 'votes'],
    ['Stemming over het budget', 'votes'],
    ['Poll: date of the plenary', 'votes'],
    ['Compte rendu de l’assemblée du 26', 'minutes'],
    ['Comptes-rendus de 2016', 'minutes'],
    ['CR du 26 novembre', 'minutes'],
    ['Minutes of the assembly', 'minutes'],
    ['Verslag van de vergadering', 'minutes'],
    ['Compte rendu du vote', 'minutes'],
    ['Dévotion aux communs', 'news'],
    ['Crédits photo', 'news'],
    ['30 minutes pour comprendre', 'news'],
  ] as const)('is told by the words of its title: %s', (title, kind) => {
    expect(as(title)).toBe(kind);
  });

  it('is a vote where its platform takes votes and its text or address says so', () => {
    const link = 'https://loomio.example/p/Zz9Yy8Xx/date';
    expect(as('Date de la plénière', 'loomio', { link })).toBe('votes');
    expect(as('Date de la plénière', 'loomio', { summary: 'Nouveau <b>vote</b>' })).toBe('votes');
    expect(as('Budget', 'loomio', { link: 'https://loomio.example/d/a1B2c3D4/comment/77' })).toBe('news');
    expect(as('Date de la plénière', 'wordpress', { link, summary: 'Nouveau vote' })).toBe('news');
  });

  it('is read without its tags', () => {
    expect(textOf('jusqu&#39;au <b>28&nbsp;novembre</b>')).toBe("jusqu'au 28 novembre");
  });
});
