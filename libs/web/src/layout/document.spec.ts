import { ReadModels } from '@relais/read-models';
import { projected } from '@relais/read-models/testing';
import { languages } from '@relais/vocabulary';
import { pages } from '../pages.js';
import { filledHub } from '../testing/filled-hub.js';
import { byClass, elements, rendered, textOf } from '../testing/rendered.js';
import { addressesOf, inLanguage, requestOf, stylesheet } from '../testing/request.js';
import { renderPage } from './document.js';
import { failurePage, notFoundPage } from './error-pages.js';

const site = 'https://relais.example';
/** Only whoever has the link is meant to see them. */
const isByToken = /^\/abonnement\/(confirmer|preferences|quitter|garder|pourquoi)$|^\/rencontres\/[^/]+\/reponse$/;
const addresses = pages.flatMap(addressesOf);
const open = addresses.filter((address) => !isByToken.test(address));
const byToken = addresses.filter((address) => isByToken.test(address));
const links = (html: string, rel: string) => elements(html, 'link').filter(({ attribs }) => attribs['rel'] === rel);
const hrefOf = (html: string, rel: string) => links(html, rel)[0]?.attribs['href'];

/** Rows that nobody can read. */
class Unreadable extends ReadModels {
  readonly #fail = (): never => {
    throw new Error('the rows cannot be read');
  };
  override position = this.#fail;
  override generation = this.#fail;
  override get = this.#fail;
  override find = this.#fail;
  override count = this.#fail;
  override changed = this.#fail;
}

describe('the document of a page', () => {
  describe.each(languages)('in %s', (language) => {
    it.each(open)('says at %s what it is, in which language, and where else it is to be had', async (address) => {
      const { html, title } = rendered(await filledHub(), inLanguage(address, language));
      expect(elements(html, 'html')[0]?.attribs).toMatchObject({ lang: language, dir: 'ltr' });
      expect(textOf(elements(html, 'title')[0])).toContain(title.replaceAll('\u00a0', ' '));
      expect(
        elements(html, 'meta').find(({ attribs }) => attribs['name'] === 'description')?.attribs['content'],
      ).toMatch(/\S{3}/u);
      expect(hrefOf(html, 'canonical')).toBe(site + inLanguage(address, language));
      const translations = links(html, 'alternate').flatMap(({ attribs }) =>
        attribs['hreflang'] ? [[attribs['hreflang'], attribs['href']]] : [],
      );
      expect(translations).toEqual([
        ['fr', site + address],
        ['en', site + inLanguage(address, 'en')],
        ['nl', site + inLanguage(address, 'nl')],
        ['x-default', site + address],
      ]);
    });

    it('has a title of its own on every page', async () => {
      const models = await filledHub();
      const titles = open.map((address) => rendered(models, inLanguage(address, language)).title);
      expect(new Set(titles).size).toBe(titles.length);
    });
  });

  it('lets feed readers and calendars find what a city publishes', async () => {
    const { html } = rendered(await filledHub(), '/lille');
    const feeds = links(html, 'alternate').flatMap(({ attribs }) => (attribs['type'] ? [attribs['href']] : []));
    expect(feeds).toEqual(['/lille/feed.rss', '/lille/feed.atom', '/lille/feed.json', '/lille/agenda.ics']);
  });

  it('keeps what makes a page of the agenda its own, and nothing else of the query', async () => {
    const { html } = rendered(await filledHub(), '/lille/agenda?depuis=2015-11-01&utm=x&lang=en');
    expect(hrefOf(html, 'canonical')).toBe(`${site}/lille/agenda?depuis=2015-11-01&lang=en`);
  });

  it.each(byToken)('tells search engines nothing of %s', async (address) => {
    const { html } = rendered(await filledHub(), `${address}?jeton=secret`);
    expect(elements(html, 'meta').find(({ attribs }) => attribs['name'] === 'robots')?.attribs['content']).toBe(
      'noindex',
    );
    expect(links(html, 'canonical')).toHaveLength(0);
  });

  it('leads to itself in the other languages, each by its own name, and takes the token along', async () => {
    const { html } = rendered(await filledHub(), '/abonnement/quitter?jeton=a.b-c&x=1');
    const others = elements(html, 'a').filter(({ attribs }) => attribs['hreflang']);
    expect(others.map((one) => [textOf(one), one.attribs['lang'], one.attribs['href']])).toEqual([
      ['English', 'en', '/abonnement/quitter?jeton=a.b-c&lang=en'],
      ['Nederlands', 'nl', '/abonnement/quitter?jeton=a.b-c&lang=nl'],
    ]);
  });

  it.each(['//evil.example/x', '/\\evil.example/x'])(
    'never leads to another host, whatever was asked: %s',
    async (path) => {
      const request = requestOf(await filledHub(), '/', { path });
      const html = renderPage(request, notFoundPage(request), stylesheet);
      for (const { attribs } of elements(html, 'a')) expect(attribs['href']).not.toMatch(/^[/\\]{2}/u);
    },
  );

  it('marks where the reader is', async () => {
    const { html } = rendered(await filledHub(), '/lille/agenda');
    const here = elements(html, 'a').filter(({ attribs }) => attribs['aria-current'] === 'page');
    expect(here.map(({ attribs }) => attribs['href'])).toEqual(['/lille/agenda']);
  });

  it('says that it shows samples where a source is one, and only there', async () => {
    expect(textOf(byClass(rendered(await filledHub(), '/').html, 'demo')[0])).toContain('[exemple]');
    expect(byClass(rendered(await projected(), '/').html, 'demo')).toHaveLength(0);
  });

  it('needs no rows to say that there was a fault', () => {
    const request = requestOf(new Unreadable(), '/lille');
    expect(renderPage(request, failurePage(request), stylesheet)).toContain('Une erreur est survenue');
  });
});
