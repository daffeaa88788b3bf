import { recordable, refusalsOf } from './refusals.js';

const refused = (what: string, where = 'line 3') => refusalsOf([{ where, what }]).all[0];

describe('what is recorded of a refused item', () => {
  it.each([
    ['not a time: «2026-13-45»', 'not a time: «2026-13-45»'],
    ['not a time: «12 jean.dupont@exemple.test»', 'not a time: «12 ‹address›»'],
    [
      'not a content line: «ORGANIZER;CN=Jean:mailto:jean@exemple.test 1»',
      'not a content line: «ORGANIZER;CN=Jean:‹address› 1»',
    ],
    ['jean%40exemple.test, jean＠exemple.test, <jean@exemple>', '‹address›, ‹address›, <‹address›>'],
    ['not a content line: «Jean Dupont, trésorier»', 'not a content line: «…»'],
  ])('holds no address, and no words of a document: %s', (what, recorded) => {
    expect(refused(what)).toEqual({ where: 'line 3', what: recorded });
  });

  it('names an item by what a machine called it, and never by an address', () => {
    expect(refused('no start', '20260312T170000-0077@agenda.exemple.test')?.where).toBe('20260312T170000-0077');
    expect(refused('no start', 'jean.dupont59@exemple.test')?.where).toBe('‹address›');
    expect(refused('no start', 'entries[3].starts')?.where).toBe('entries[3].starts');
  });

  it('is of limited length', () => {
    expect(refused('x'.repeat(1_000), 'y'.repeat(1_000))).toEqual({ where: 'y'.repeat(300), what: 'x'.repeat(300) });
    expect(recordable('x'.repeat(1_000))).toHaveLength(300);
  });

  it('is another when any of it is, and the same in another order', () => {
    const errors = ['a', 'b', 'c'].map((what) => ({ where: 'line 1', what }));
    const { all, hash } = refusalsOf(errors);
    expect(all).toEqual(errors);
    expect(refusalsOf(errors.toReversed()).hash).toBe(hash);
    expect(refusalsOf(errors.slice(1)).hash).not.toBe(hash);
  });
});
