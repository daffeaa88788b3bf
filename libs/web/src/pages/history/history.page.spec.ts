import { filledHub } from '../../testing/filled-hub.js';
import { byClass, elements, mainText, rendered, textOf } from '../../testing/rendered.js';

/** The figures of every chart by its caption: label and number of each row. */
const chartsOf = (html: string): ReadonlyMap<string, string[][]> =>
  new Map(
    byClass(html, 'chart').map((chart) => [
      textOf(elements(chart, 'caption')[0]),
      elements(chart, 'tbody')
        .flatMap((body) => elements(body, 'tr'))
        .map((row) => [...elements(row, 'th'), ...elements(row, 'td')].map(textOf)),
    ]),
  );

describe('the history of an assembly', () => {
  it('counts what took place and what has no date, and leaves what is to come to the agenda', async () => {
    const { html } = rendered(await filledHub(), '/lille/histoire');
    const figures = byClass(html, 'figures').map(textOf).join();
    expect(figures).toContain('3 rencontres');
    expect(figures).toContain('dont 1 sans date connue');
    expect(figures).toContain('2 lieux différents');
    expect(mainText(html)).toContain('du jeudi 5 novembre 2015 au mardi 21 mars 2017');
    expect(mainText(html)).toMatch(/rencontres sont à venir/u);
    expect(elements(html, 'a').map(({ attribs }) => attribs['href'])).not.toContain('/rencontres/lille-11');
  });

  it('says every figure of a chart as a number in a row of a table', async () => {
    const { html } = rendered(await filledHub(), '/lille/histoire');
    const charts = chartsOf(html);
    expect(charts.get('Rencontres par année')).toEqual([
      ['2015', '1'],
      ['2016', '0'],
      ['2017', '1'],
    ]);
    expect(charts.get('Rencontres par jour de la semaine')).toHaveLength(7);
    expect(charts.get('Lieux les plus fréquents')).toEqual([
      ['Coopérative Baraka', '1'],
      ['Mutualab', '1'],
    ]);
    expect(charts.get('Annonces par source')).toEqual([['lille-wiki', '3']]);
    for (const { attribs } of elements(html, 'svg')) expect(attribs['aria-hidden']).toBe('true');
  });

  it('says that there is none yet', async () => {
    const { html } = rendered(await filledHub(), '/gent/histoire');
    expect(mainText(html)).toContain('Aucune rencontre passée n’est encore connue.');
    expect(byClass(html, 'chart')).toHaveLength(0);
  });
});
