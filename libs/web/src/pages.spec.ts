import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projected } from '@relais/read-models/testing';
import { languages } from '@relais/vocabulary';
import { pages } from './pages.js';
import { filledHub } from './testing/filled-hub.js';
import { rendered, elements } from './testing/rendered.js';
import { addressesOf, inLanguage, routed } from './testing/request.js';

const everywhere = pages.flatMap((page) =>
  addressesOf(page).flatMap((address) => languages.map((language) => inLanguage(address, language))),
);

/** What is answered from the log, and not from rows, is shown by a controller of its own. */
const fromTheLog = ['why'];

describe('the list of pages', () => {
  it('names every page that has a folder, but those that are made from the log', () => {
    const folders = readdirSync(join(import.meta.dirname, 'pages')).filter((name) => !fromTheLog.includes(name));
    expect(pages.map(({ name }) => name).sort()).toEqual(folders.sort());
  });

  it('gives no path to two pages', () => {
    const paths = pages.flatMap((page) => page.paths);
    expect(new Set(paths).size).toBe(paths.length);
  });
});

describe('a page', () => {
  it.each(pages.flatMap((page) => addressesOf(page).map((address) => [address, page.name])))(
    'is found at %s',
    (address, name) => {
      expect(routed(address)?.page.name).toBe(name);
    },
  );

  it.each(everywhere)('stands an empty hub at %s', async (address) => {
    const { status, html } = rendered(await projected(), address);
    expect([200, 404]).toContain(status);
    expect(elements(html, 'h1')).toHaveLength(1);
  });

  describe('of a hub where something happened', () => {
    it.each(everywhere)('is there at %s', async (address) => {
      const { status, html } = rendered(await filledHub(), address);
      expect(status).toBe(200);
      expect(elements(html, 'h1')).toHaveLength(1);
      expect(html).not.toMatch(/undefined|\[object|NaN/u);
    });

    it('is not found under a city or an id that there is not', async () => {
      const models = await filledHub();
      for (const address of ['/nulle-part', '/nulle-part/agenda', '/rencontres/aucune', '/lettres/aucune'])
        expect(rendered(models, address).status).toBe(404);
    });
  });
});
