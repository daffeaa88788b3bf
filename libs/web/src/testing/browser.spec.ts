import type { Server } from 'node:http';
import { chromium, type Browser } from 'playwright-core';
import { basis, recognised } from '@relais/read-models/testing';
import { languages, type AssemblyId, type GatheringId, type ListId } from '@relais/vocabulary';
import type { FormOutcome } from '../page.js';
import { pages } from '../pages.js';
import { describeInChromium, launchArguments, served } from './browser.js';
import { filledHub, gatheringOf } from './filled-hub.js';
import { lookAtAll, type Seen } from './look.js';
import { lettersWith } from './persons-letters.js';
import { addressesOf, inLanguage } from './request.js';

const longest = 'Assemblée-des-communs-extraordinairement-longue-'.repeat(20);
const failed: FormOutcome = {
  errors: { liste: 'missing', adresse: 'not-an-address', consentement: 'consent-missing' },
  values: { adresse: 'pas une adresse' },
};

/** What stands in an address of this spec for what came of a form. */
const outcomes: Readonly<Record<string, FormOutcome>> = {
  '/abonnement?envoi=demande-connue': { done: 'asked', letters: lettersWith() },
  '/abonnement/confirmer?envoi=demande': { letters: lettersWith({}, { joins: true, mark: 'c0ffee' }) },
  '/abonnement/preferences?envoi=rempli': { letters: lettersWith({ pausedUntil: '2027-01-15' }) },
  '/abonnement/preferences?envoi=refuse': {
    letters: lettersWith(),
    errors: { villes: 'none-chosen', themes: 'none-chosen', pause: 'not-a-day', rythme: 'not-a-choice' },
    values: { pause: 'hier' },
  },
  '/abonnement/preferences?envoi=fait': { done: 'changed', letters: lettersWith(), values: { jeton: 'a.b' } },
  '/abonnement/garder?envoi=demande': { letters: lettersWith({}, { askedUntil: '2026-12-24T09:00:00Z' }) },
  '/abonnement/quitter?envoi=plusieurs': { letters: lettersWith({ cities: ['lille', 'gent'] as AssemblyId[] }) },
  '/lille/abonnement?envoi=refuse': failed,
  '/abonnement?envoi=demande': { done: 'asked' },
  '/abonnement/quitter?envoi=fait': { done: 'left' },
  '/abonnement/confirmer?envoi=refuse': { errors: { jeton: 'invalid-token' } },
};

const addresses = [
  ...pages.flatMap(addressesOf),
  ...Object.keys(outcomes),
  '/lille/agenda?depuis=2015-11-01',
  '/agenda?depuis=hier',
  '/gent',
  '/gent/agenda',
  '/gent/histoire',
  '/nulle-part',
  '/rencontres/long',
  '/rencontres/html',
  '/sources/lille-blog',
  '/sources/lille-wiki',
];
const everywhere = languages.flatMap((language) => addresses.map((address) => inLanguage(address, language)));

const hub = () =>
  filledHub(
    ...gatheringOf('long', { title: longest, place: { name: longest } }),
    { type: 'gathering.cancelled', data: { gathering: 'long' as GatheringId, basis: basis('lille-wiki', 'long') } },
    recognised({
      gathering: 'html' as GatheringId,
      summary: `<h2>Programme</h2><p>${longest}</p><pre>${longest}</pre><table><tr><td>${longest}</td><td>${longest}</td></tr></table>`,
    }),
    {
      type: 'source.gone',
      data: {
        source: basis('lille-wiki').source,
        assembly: 'lille' as AssemblyId,
        reason: { code: 'http-status', detail: longest },
      },
    },
    {
      type: 'source.items-refused',
      data: {
        source: basis('lille-wiki').source,
        assembly: 'lille' as AssemblyId,
        refused: 9,
        first: [
          { where: 'line 12', what: 'DTSTART is not a date' },
          { where: longest, what: longest },
        ],
      },
    },
    {
      type: 'list.opened',
      data: { list: 'info-gent' as ListId, assembly: 'gent' as AssemblyId, name: 'Info', kind: 'info' },
    },
  );

describeInChromium('the pages in Chromium', (executablePath) => {
  let browser: Browser;
  let server: Server;
  const seen: Record<string, Seen> = {};
  const of = <Part extends keyof Seen>(part: Part): Record<string, Seen[Part]> =>
    Object.fromEntries(Object.entries(seen).map(([address, one]) => [address, one[part]]));
  const everywhereIs = <Value>(value: Value) => Object.fromEntries(everywhere.map((address) => [address, value]));

  beforeAll(async () => {
    const { origin, server: started } = await served(await hub(), (address) => {
      const outcome = outcomes[address.replace(/[?&]lang=\w+$/u, '')];
      return outcome ? { outcome } : {};
    });
    server = started;
    browser = await chromium.launch({ executablePath, args: launchArguments });
    // One tab for each language, side by side.
    const looking = languages.map((language) =>
      lookAtAll(
        browser,
        origin,
        addresses.map((one) => inLanguage(one, language)),
      ),
    );
    Object.assign(seen, ...(await Promise.all(looking)));
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it('have nothing that axe objects to, in any language', () => {
    expect(of('light')).toEqual(everywhereIs([]));
  });

  it('can be read in the dark', () => {
    expect(of('dark')).toEqual(everywhereIs([]));
  });

  it('fit a window of 320 pixels', () => {
    expect(of('narrow')).toEqual(everywhereIs(0));
  });

  it('fit a window of 1280 pixels', () => {
    expect(of('wide')).toEqual(everywhereIs(0));
  });

  it('begin, for the keyboard, with the way to the content', () => {
    expect(of('first')).toEqual(everywhereIs('#contenu'));
  });

  it('give fingers room: buttons, menus and fields are at least 44 pixels high', () => {
    expect(of('low')).toEqual(everywhereIs([]));
  });

  it('show on paper neither menus nor forms', () => {
    expect(of('onPaper')).toEqual(everywhereIs(0));
  });
});
