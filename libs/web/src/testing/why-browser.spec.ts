import type { Server } from 'node:http';
import { chromium, type Browser } from 'playwright-core';
import { languages } from '@relais/vocabulary';
import { renderPage } from '../layout/document.js';
import { whyPage } from '../pages/why/why.page.js';
import { describeInChromium, launchArguments, served } from './browser.js';
import { everyExplanation } from './explanations.js';
import { filledHub } from './filled-hub.js';
import { lookAtAll } from './look.js';
import { requestOf, stylesheet } from './request.js';

const long = 'une-réponse-extraordinairement-longue-'.repeat(12);

describeInChromium('the page that says why, in Chromium', (executablePath) => {
  let browser: Browser;
  let server: Server;
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('has nothing that axe objects to, light and dark, and fits small and large windows', async () => {
    const models = await filledHub();
    const pages = languages.map((language) => {
      const request = requestOf(models, '/abonnement/pourquoi', { language });
      return [
        `/pourquoi-${language}`,
        renderPage(request, whyPage(request, everyExplanation(long)), stylesheet),
      ] as const;
    });
    const started = await served(models, undefined, new Map(pages));
    ({ server } = started);
    browser = await chromium.launch({ executablePath, args: launchArguments });
    const seen = await lookAtAll(browser, started.origin, [...new Map(pages).keys()]);
    expect(Object.keys(seen)).toHaveLength(languages.length);
    for (const one of Object.values(seen))
      expect(one).toMatchObject({ narrow: 0, wide: 0, light: [], dark: [], low: [], first: '#contenu' });
  }, 120_000);
});
