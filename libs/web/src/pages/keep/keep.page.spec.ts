import { filledHub } from '../../testing/filled-hub.js';
import { lettersWith } from '../../testing/persons-letters.js';
import { elements, mainText, rendered, textOf } from '../../testing/rendered.js';

describe('the page that keeps letters coming', () => {
  it('says until when there is time, and what goes on, with one button', async () => {
    const outcome = { letters: lettersWith({}, { askedUntil: '2026-12-24T23:30:00Z' }) };
    const { html } = rendered(await filledHub(), '/abonnement/garder?jeton=a.b', { outcome });
    expect(mainText(html)).toContain('Sans réponse avant le vendredi 25 décembre 2026');
    expect(mainText(html)).toContain('Cela fait');
    expect(elements(html, 'button').map(textOf)).toEqual(['Oui, je les veux encore']);
  });
});
