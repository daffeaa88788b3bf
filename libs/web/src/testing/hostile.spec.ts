import { attached, basis, evening, lille, published, recognised, sourceOf } from '@relais/read-models/testing';
import { languages } from '@relais/vocabulary';
import { pages } from '../pages.js';
import { consolePages } from './console-pages.js';
import { filledHub } from './filled-hub.js';
import { elements, rendered, textOf } from './rendered.js';
import { addressesOf, inLanguage } from './request.js';

const rtl = '\u202eتجمع المشاعات\u202e';
const hostile = [
  ['a script', '</script><script>alert(1)</script><!--'],
  ['quotes', `" onmouseover="alert(1)" x='`],
  ['an image', '<img src=x onerror=alert(1)>'],
  ['an ended title', '</title></textarea></style><svg onload=alert(1)>'],
  ['text from right to left', rtl],
  ['5,000 characters', 'a'.repeat(5_000)],
  ['entities', '&lt;script&gt;&#60;b&#62;&amp;'],
] as const;

const links = [
  'javascript:alert(1)',
  ' \tjava\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
];

/** A hub whose every text is this one, and whose every address is that one. */
const hubOf = (text: string, link: string) => {
  const place = { name: text, address: text, city: text };
  const profile = { name: text, city: text, country: 'FR', zone: 'Europe/Paris', website: link };
  const { assembly, source } = sourceOf('lille-demosphere', text);
  return filledHub(
    { type: 'assembly.described', data: { assembly: lille, profile } },
    { type: 'assembly.source-added', data: { assembly, source: { ...source, site: link, url: link, platform: text } } },
    {
      type: 'source.failed',
      data: { source: source.source, assembly, reason: { code: 'unreadable', detail: text } },
    },
    { type: 'source.moved', data: { source: source.source, assembly, to: `${link}?moved` } },
    {
      type: 'source.items-refused',
      data: { source: source.source, assembly, refused: 2, first: [{ where: text, what: text }] },
    },
    published({ source: source.source, item: text as never, fields: { kind: 'gathering', title: text, link } }),
    { type: 'list.opened', data: { list: 'info-lille' as never, assembly, name: text, kind: 'info' } },
    recognised({ title: text, place }),
    attached({
      announcement: basis('lille-demosphere', text),
      says: { title: text, link, when: { ...evening, starts: '2026-11-26T18:30:00Z' }, place },
    }),
    published({ fields: { kind: 'news', title: text, link, language: text } }),
    {
      type: 'digest.composed',
      data: {
        issue: 'info-lille-2026-11' as never,
        list: 'info-lille' as never,
        assembly,
        date: '2026-11-15',
        period: { since: null, until: '2026-11-15T08:00:00Z' },
        position: '40',
        template: 1,
        content: { upcoming: [], announced: [], news: [{ title: text, link: 'https://x.example', source: text }] },
        hash: 'f00d',
      },
    },
  );
};

const addresses = pages.flatMap((page) =>
  addressesOf(page).flatMap((address) => languages.map((language) => inLanguage(address, language))),
);
/** Every page as it is in a hub of these texts and addresses: those for everybody, and those of the console. */
const everyPage = async (text: string, link: string): Promise<readonly string[]> => {
  const models = await hubOf(text, link);
  const own = languages.flatMap((language) => [...consolePages(models, { text, link }, language).values()]);
  return [...addresses.map((address) => rendered(models, address).html), ...own];
};
const followed = ['href', 'src', 'action', 'formaction', 'data'];
const allowed = /^(https?:\/\/|mailto:|\/(?!\/)|#)/u;

describe('what others wrote', () => {
  it.each(hostile)('never becomes markup: %s', async (_, text) => {
    const usual = await everyPage('Usual', 'https://ok.example/');
    for (const [place, html] of (await everyPage(text, 'https://ok.example/')).entries()) {
      const names = (of: string) => elements(of, '*').map(({ name }) => name);
      expect(names(html)).toEqual(names(usual[place] ?? ''));
      for (const { attribs } of elements(html, '*'))
        expect(Object.keys(attribs).filter((name) => name.startsWith('on'))).toEqual([]);
    }
  });

  it.each(hostile)('is shown as it was written: %s', async (_, text) => {
    const { html } = rendered(await hubOf(text, 'https://ok.example/'), '/rencontres/lille-11');
    expect(textOf(elements(html, 'h1')[0])).toBe(text.trim());
    expect(textOf(elements(html, 'title')[0])).toContain(text.trim());
  });

  it.each(hostile)('does not break out of the data for search engines: %s', async (_, text) => {
    const { html } = rendered(await hubOf(text, 'https://ok.example/'), '/rencontres/lille-11');
    const scripts = elements(html, 'script');
    expect(scripts).toHaveLength(1);
    const [script] = scripts;
    const data = script?.children.map((child) => ('data' in child ? child.data : '')).join('') ?? '';
    expect(data).not.toContain('<');
    expect(JSON.parse(data)).toMatchObject({ name: text, location: { name: text }, organizer: { name: text } });
  });

  it.each(links)('never becomes a link that may not be followed: %j', async (link) => {
    for (const html of await everyPage('Usual', link))
      for (const { attribs } of elements(html, '*'))
        for (const name of followed) if (attribs[name] !== undefined) expect(attribs[name]).toMatch(allowed);
  });

  it('does not turn the direction of the text around it', async () => {
    const { html } = rendered(await hubOf(rtl, 'https://ok.example/'), '/rencontres/lille-11');
    expect(elements(html, 'h1')[0]?.attribs['dir']).toBe('auto');
    const list = rendered(await hubOf(rtl, 'https://ok.example/'), '/lille/agenda').html;
    const titles = elements(list, 'a').filter(({ attribs }) => attribs['href']?.startsWith('/rencontres/'));
    expect(titles.map(({ attribs }) => attribs['dir'])).toEqual(titles.map(() => 'auto'));
  });

  it('is escaped in an address that was asked for', async () => {
    const { html } = rendered(await filledHub(), '/', { path: '/"><script>alert(1)</script>' });
    expect(elements(html, 'script')).toHaveLength(0);
  });
});
