import { perPlace, perWeekday, perYear } from './figures.js';

describe('gatherings by year', () => {
  it('are counted, the quiet years too', () => {
    expect(perYear(['2019-10-02', '2016-01-28', '2016-02-16'])).toEqual([
      { label: '2016', count: 2 },
      { label: '2017', count: 0 },
      { label: '2018', count: 0 },
      { label: '2019', count: 1 },
    ]);
  });

  it('leave the quiet years out where a mistyped date would draw centuries', () => {
    expect(perYear(['0016-01-28', '2016-01-28']).map(({ label }) => label)).toEqual(['0016', '2016']);
  });

  it('are none without days', () => {
    expect(perYear([])).toEqual([]);
  });
});

describe('gatherings by day of the week', () => {
  it('have seven days from Monday on, named in the language', () => {
    const french = perWeekday(['2016-01-28', '2016-02-25', '2016-12-12'], 'fr');
    expect(french.map(({ label }) => label).join(' ')).toBe('lundi mardi mercredi jeudi vendredi samedi dimanche');
    expect(french.map(({ count }) => count)).toEqual([1, 0, 0, 2, 0, 0, 0]);
    expect(perWeekday(['2016-01-28'], 'en')[3]).toEqual({ label: 'Thursday', count: 1 });
  });
});

describe('gatherings by place', () => {
  it('have the most frequent first and none without a place', () => {
    const at = (name?: string) => ({ ...(name && { place: { name } }) }) as never;
    expect(perPlace([at('MRES'), at('Mutualab'), at(), at('Mutualab '), at('Baraka')])).toEqual([
      { label: 'Mutualab', count: 2 },
      { label: 'Baraka', count: 1 },
      { label: 'MRES', count: 1 },
    ]);
  });
});
