import { languages } from '@relais/vocabulary';
import { renderPage } from '../../layout/document.js';
import { everyExplanation, everyReason } from '../../testing/explanations.js';
import { filledHub } from '../../testing/filled-hub.js';
import { elements, mainText } from '../../testing/rendered.js';
import { requestOf, stylesheet } from '../../testing/request.js';
import { explanationInWords } from './in-words.js';
import { whyPage } from './why.page.js';

const page = async (language: (typeof languages)[number], isKnown = true) => {
  const request = requestOf(await filledHub(), '/abonnement/pourquoi', { language });
  const shown = whyPage(request, isKnown ? everyExplanation('<b>550</b> no such user') : undefined);
  return { shown, html: renderPage(request, shown, stylesheet) };
};

describe('the page that says why', () => {
  it.each(languages)('says each thing that can be said in %s, each otherwise', async (language) => {
    const { shown, html } = await page(language);
    expect(html).not.toMatch(/undefined|\[object|<b>550|=>/u);
    expect(shown.private).toBe(true);
    const { reasons, consent, letters } = explanationInWords(everyExplanation('550 no such user'), {
      ...{ language, zone: 'Europe/Paris' },
    });
    expect(new Set(reasons).size).toBe(everyReason.length);
    const plain = (text: string): string => text.replace(/\s/g, ' ');
    const text = plain(mainText(html));
    for (const line of [...reasons, ...consent.map((one) => one.slice(-20)), ...letters.map((one) => one.slice(0, 12))])
      expect(text).toContain(plain(line));
  });

  it('has no form, so that whoever follows the link changes nothing', async () => {
    const { html } = await page('fr');
    expect(elements(html, 'form')).toEqual([]);
    expect(html).toContain('/abonnement/preferences?jeton=');
  });

  it('says of a link that is good for nothing no more than that', async () => {
    const { shown, html } = await page('en', false);
    expect([shown.status, html.includes('info-1-fr')]).toEqual([400, false]);
  });
});
