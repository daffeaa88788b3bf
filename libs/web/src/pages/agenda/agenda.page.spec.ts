import type { ReadModels } from '@relais/read-models';
import { evening, founded, projected } from '@relais/read-models/testing';
import { filledHub, gatheringOf } from '../../testing/filled-hub.js';
import { byClass, elements, mainText, rendered, textOf } from '../../testing/rendered.js';

const idsOf = (html: string): string[] =>
  elements(html, 'a').flatMap(({ attribs }) => /^\/rencontres\/([\w-]+)/u.exec(attribs['href'] ?? '')?.[1] ?? []);

const nextOf = (html: string): string | undefined =>
  elements(html, 'a').find(({ attribs }) => attribs['rel'] === 'next')?.attribs['href'];

/** Follows the list from page to page; no list has more pages than this. */
const walked = (models: ReadModels, address: string, most = 9): string[][] => {
  const { html } = rendered(models, address);
  const next = nextOf(html);
  return [idsOf(html), ...(next !== undefined && most > 0 ? walked(models, next, most - 1) : [])];
};

const two = (number: number): string => String(number).padStart(2, '0');

/** 120 gatherings: 84 at 28 moments, three at each; 36 without a date. */
const many = [
  founded(),
  ...Array.from({ length: 84 }, (_, index) =>
    gatheringOf(`g${index}`, { when: { ...evening, starts: `2026-12-${two((index % 28) + 1)}T17:00:00Z` } }),
  ).flat(),
  ...Array.from({ length: 36 }, (_, index) => gatheringOf(`u${index}`, { when: undefined as never })).flat(),
];

describe('the agenda', () => {
  it('shows what is to come, and says where it is', async () => {
    const { html } = rendered(await filledHub(), '/lille/agenda');
    expect(idsOf(html)).toContain('lille-11');
    expect(idsOf(html)).not.toContain('first');
    expect(idsOf(html)).not.toContain('undated');
    expect(mainText(html)).toContain('jeudi 26 novembre 2026 à 18 h 00');
    expect(mainText(html)).toContain('Coopérative Baraka, 20 rue de Sébastopol, Roubaix');
  });

  it('goes back to a day, and ends with what has no date', async () => {
    const { html, title } = rendered(await filledHub(), '/lille/agenda?depuis=2015-11-01');
    const ids = idsOf(html);
    expect(ids[0]).toBe('first');
    expect(ids.at(-1)).toBe('undated');
    expect(title).toContain('dimanche 1er novembre 2015');
    expect(mainText(html)).toContain('Sans date connue');
    expect(textOf(byClass(html, 'meetings')[0])).toContain('passée');
  });

  it.each(['/agenda?depuis=2015-11-01', '/lille/agenda?depuis=2015-11-01&lang=en'])(
    'leads through all of them from page to page, each once: %s',
    async (address) => {
      const found = walked(await projected(...many), address);
      expect(found.map(({ length }) => length)).toEqual([50, 50, 20]);
      expect(new Set(found.flat()).size).toBe(120);
      expect(
        found
          .flat()
          .slice(84)
          .every((id) => id.startsWith('u')),
      ).toBe(true);
    },
  );

  it('leads through what is to come alone where the past was not asked for', async () => {
    const found = walked(await projected(...many), '/agenda');
    expect(found.map(({ length }) => length)).toEqual([50, 34]);
    expect(new Set(found.flat()).size).toBe(84);
  });

  it('turns no page where the last one is full', async () => {
    const fifty = [founded(), ...Array.from({ length: 50 }, (_, index) => gatheringOf(`g${index}`)).flat()];
    expect(walked(await projected(...fifty), '/agenda?depuis=2015-11-01').map(({ length }) => length)).toEqual([50]);
  });

  it.each(['hier', '2016-02-30', '2016-7-1', '"><script>', '20160721'])('says that %j is no date', async (depuis) => {
    const { status, html } = rendered(await filledHub(), `/agenda?depuis=${encodeURIComponent(depuis)}`);
    expect(status).toBe(400);
    expect(textOf(byClass(html, 'notice')[0])).toContain('Cette date n’en est pas une');
    expect(html).not.toContain(depuis);
    expect(idsOf(html)).toContain('lille-11');
  });

  it('begins again where the page asked for is none', async () => {
    const models = await filledHub();
    const { html, status } = rendered(models, '/agenda?page=2');
    expect(status).toBe(200);
    expect(byClass(html, 'notice')).toHaveLength(1);
    expect(idsOf(html)).toEqual(idsOf(rendered(models, '/agenda').html));
  });

  it('names the cities where several are shown, and leads to the agenda of each', async () => {
    const { html } = rendered(await filledHub(), '/agenda');
    expect(textOf(byClass(html, 'meetings')[0])).toContain('Lille · Coopérative Baraka');
    const hrefs = elements(html, 'a').map(({ attribs }) => attribs['href']);
    expect(hrefs).toEqual(expect.arrayContaining(['/lille/agenda', '/gent/agenda']));
  });

  it('helps on where nothing is announced', async () => {
    const { html } = rendered(await filledHub(), '/gent/agenda');
    const hrefs = elements(html, 'a').map(({ attribs }) => attribs['href']);
    expect(mainText(html)).toContain('Aucune rencontre n’est annoncée pour l’instant.');
    expect(hrefs).toEqual(expect.arrayContaining(['/gent/abonnement', '/gent/histoire']));
  });
});
