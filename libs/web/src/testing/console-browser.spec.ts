import type { Server } from 'node:http';
import { chromium, type Browser } from 'playwright-core';
import { languages } from '@relais/vocabulary';
import { describeInChromium, launchArguments, served } from './browser.js';
import { consolePages } from './console-pages.js';
import { filledHub } from './filled-hub.js';
import { lookAtAll, type Seen } from './look.js';

const written = { text: 'Assemblée-des-communs-extraordinairement-longue-'.repeat(6), link: 'https://lieu.example/' };

describeInChromium('the pages of the console in Chromium', (executablePath) => {
  let browser: Browser;
  let server: Server;
  let seen: Record<string, Seen> = {};
  const of = <Part extends keyof Seen>(part: Part): Record<string, Seen[Part]> =>
    Object.fromEntries(Object.entries(seen).map(([address, one]) => [address, one[part]]));
  const everywhereIs = <Value>(value: Value) => Object.fromEntries(Object.keys(seen).map((one) => [one, value]));

  beforeAll(async () => {
    const models = await filledHub();
    const pages = languages.map((language) =>
      [...consolePages(models, written, language)].map(([name, html]) => [`/${name}-${language}`, html] as const),
    );
    const { origin, server: started } = await served(models, undefined, new Map(pages.flat()));
    server = started;
    browser = await chromium.launch({ executablePath, args: launchArguments });
    const addresses = pages.map((one) => one.map(([address]) => address));
    seen = Object.assign(
      {},
      ...(await Promise.all(addresses.map((some) => lookAtAll(browser, origin, some)))),
    ) as typeof seen;
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('are all looked at', () => {
    expect(Object.keys(seen).length).toBeGreaterThanOrEqual(56);
  });

  it.each([
    ['have nothing that axe objects to, in either language', 'light', []],
    ['can be read in the dark', 'dark', []],
    ['fit a window of 320 pixels', 'narrow', 0],
    ['fit a window of 1280 pixels', 'wide', 0],
    ['begin, for the keyboard, with the way to the content', 'first', '#contenu'],
    ['give fingers room', 'low', []],
  ] as const)('%s', (_, part, value) => {
    expect(of(part)).toEqual(everywhereIs(value));
  });
});
