import { dayIn, languageIn } from './said-of-them.js';

describe('what a file says of somebody', () => {
  it.each([
    ['fr', 'fr'],
    ['fr_FR', 'fr'],
    ['Français', 'fr'],
    ['EN-gb', 'en'],
    ['anglais', 'en'],
    ['nl', 'nl'],
    ['Nederlands', 'nl'],
    ['', 'fr'],
    ['klingon', 'fr'],
    [undefined, 'fr'],
  ])('tells the language: %j is %s', (text, language) => {
    expect(languageIn(text)).toBe(language);
  });

  it.each([
    ['2019-05-04', '2019-05-04'],
    ['2019-05-04T23:59:59Z', '2019-05-04'],
    ['2019/5/4 10:12', '2019-05-04'],
    ['04/05/2019', '2019-05-04'],
    ['4.5.2019 à 12 h', '2019-05-04'],
    ['04 May 2019 at 11:02:25', '2019-05-04'],
    ['1556964000', '2019-05-04'],
    ['999999999', '2001-09-09'],
    ['2026-11-25', '2026-11-25'],
    ['2026-11-26', null],
    ['2019-02-30', null],
    ['31/13/2019', null],
    ['2019-05-041', null],
    ['hier', null],
    ['', null],
    [undefined, null],
  ])('tells since when they were there: %j is %s', (text, day) => {
    expect(dayIn(text, '2026-11-25T09:00:00Z')).toBe(day);
  });
});
