import { filledHub } from '../../testing/filled-hub.js';
import { lettersWith } from '../../testing/persons-letters.js';
import { byClass, elements, mainText, rendered, textOf } from '../../testing/rendered.js';
import type { FormOutcome } from '../../page.js';

const page = async (outcome: FormOutcome) =>
  rendered(await filledHub(), '/abonnement/confirmer?jeton=a.b', { outcome });

describe('the page that confirms', () => {
  it('says before its button what will come and how much, and sends what it showed', async () => {
    const { html } = await page({ letters: lettersWith({ rhythm: { every: 'day' } }, { mark: 'c0ffee' }) });
    expect(textOf(byClass(html, 'card')[0])).toMatch(/Lille.*chaque jour.*Français.*Cela fait/u);
    expect(html.indexOf('class="card"')).toBeLessThan(html.indexOf('<button'));
    const hidden = elements(html, 'input').map(({ attribs }) => [attribs['name'], attribs['value']]);
    expect(hidden).toEqual([
      ['jeton', 'a.b'],
      ['vu', 'c0ffee'],
    ]);
  });

  it('says where it joins letters that come already', async () => {
    expect(mainText((await page({ letters: lettersWith({}, { joins: true }) })).html)).toContain(
      'cette ville les rejoint',
    );
  });

  it('says when something else is asked for than was shown', async () => {
    const { html } = await page({ letters: lettersWith(), notice: 'another-wish' });
    expect(textOf(byClass(html, 'notice')[0])).toContain('La demande a changé entre-temps');
    expect(elements(html, 'button')).toHaveLength(1);
  });
});
