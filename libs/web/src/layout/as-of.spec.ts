import type { ReadModels } from '@relais/read-models';
import { languages } from '@relais/vocabulary';
import type { AsOf } from '../page.js';
import { pages } from '../pages.js';
import { filledHub } from '../testing/filled-hub.js';
import { byClass, elements, rendered, textOf } from '../testing/rendered.js';
import { addressesOf, inLanguage, now } from '../testing/request.js';

const day: AsOf = { le: '2017-03-21', position: '12', now, zone: 'Europe/Paris', day: '2017-03-21' };
const of = (models: ReadModels, address: string, asOf: AsOf = day): string => {
  const query = Object.fromEntries(new URL(address, 'https://relais.example').searchParams);
  return rendered(models, address, { asOf, query: { ...query, le: asOf.le } }).html;
};
const addresses = pages.flatMap((page) =>
  addressesOf(page).flatMap((address) => languages.map((language) => inLanguage(address, language))),
);

describe('a page of the past', () => {
  it.each([
    ['/', day, 'Tel qu’au 21 mars 2017'],
    ['/?lang=en', day, 'As of 21 March 2017'],
    ['/', { ...day, le: '2017-03-01', day: '2017-03-01' }, 'Tel qu’au 1er mars 2017'],
    [
      '/',
      { le: '2026-11-24T09:00:00Z', position: '12', now, zone: 'Europe/Paris' },
      'Tel qu’au 24 novembre 2026 à 10 h 00',
    ],
    [
      '/',
      { le: 'position:12', position: '12', now, zone: 'Europe/Paris' },
      'Tel qu’à la position 12 du journal, le 24 novembre 2026 à 10 h 00',
    ],
  ] as const)('says at %s of which moment it is', async (address, asOf, said) => {
    const html = of(await filledHub(), address, asOf);
    expect(textOf(elements(byClass(html, 'past')[0] ?? '', 'strong')[0])).toBe(said);
  });

  it.each(addresses)('keeps its moment in every link of %s, but for the one back to today', async (address) => {
    const html = of(await filledHub(), address);
    const hrefs = elements(html, '*').flatMap(({ name, attribs }) =>
      ['a', 'link'].includes(name) ? [[attribs['href'] ?? '', 'data-aujourdhui' in attribs] as const] : [],
    );
    const own = hrefs.filter(([href]) => href.startsWith('/') && !/^\/(?:admin|style)/u.test(href));
    for (const [href, leadsOut] of own)
      expect([href, new URL(href, 'https://relais.example').searchParams.get('le')]).toEqual([
        href,
        leadsOut ? null : '2017-03-21',
      ]);
    expect(own.filter(([, leadsOut]) => leadsOut)).toHaveLength(1);
    for (const form of elements(html, 'form').filter(({ attribs }) => attribs['method'] === 'get'))
      expect(elements(form, 'input').filter(({ attribs }) => attribs['name'] === 'le')).toHaveLength(1);
  });

  it('leads to no stylesheet and no console of the past, and changes nothing that others wrote', async () => {
    const html = of(await filledHub(), '/rencontres/lille-11');
    const hrefs = elements(html, '*').map(({ attribs }) => attribs['href'] ?? '');
    expect(hrefs.filter((href) => /^https?:|^\/admin|^\/style|^#/u.test(href) && href.includes('le=2017'))).toEqual([]);
    expect(hrefs.some((href) => href.startsWith('https://demosphere.example/'))).toBe(true);
  });

  it('is nobody’s address: it is not indexed, and names no other', async () => {
    const html = of(await filledHub(), '/lille/agenda');
    expect(
      elements(html, 'meta').some(({ attribs }) => attribs['name'] === 'robots' && attribs['content'] === 'noindex'),
    ).toBe(true);
    expect(elements(html, 'link').filter(({ attribs }) => attribs['rel'] === 'canonical')).toEqual([]);
  });

  it('is a page as it always was where nobody asked for the past', async () => {
    const html = rendered(await filledHub(), '/lille/agenda').html;
    expect([byClass(html, 'past').length, /[?;]le=/u.test(html)]).toEqual([0, false]);
  });
});
