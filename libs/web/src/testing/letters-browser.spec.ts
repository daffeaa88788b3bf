import { writeFileSync } from 'node:fs';
import axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { plainCopy } from '@relais/digests';
import { languages, type IssueId } from '@relais/vocabulary';
import { describeInChromium, launchArguments } from './browser.js';
import { objectionsOfMarkup, tablesForOutlook } from './email-markup.js';
import { objections } from './look.js';
import { sentLetters } from './sent-letters.js';

const letters = new Map(
  languages.flatMap((language) =>
    Object.entries(sentLetters(language)).map(([name, letter]) => [`${name}, ${language}`, letter.html ?? ''] as const),
  ),
);
/** What is an address of a letter: nothing but its own is ever asked for. */
const at = 'http://letter.test/';

/** A letter is shown within the page of a mail program: landmarks are that page's, and a second `main` would be one too many. */
const ofWholePages = /^(region|landmark-one-main) /u;

const themes = ['light', 'dark'] as const;
const lookAt = async (page: Page, html: string) => {
  const asked: string[] = [];
  await page.unrouteAll();
  await page.route('**/*', (route) => {
    asked.push(route.request().url());
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body: route.request().url() === at ? html : '' });
  });
  const seen: Record<string, unknown> = {};
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme });
    await page.goto(at);
    seen[colorScheme] = {
      axe: (await objections(page)).filter((one) => !ofWholePages.test(one)),
      markup: await objectionsOfMarkup(page),
    };
  }
  const wider = async (width: number): Promise<number> => {
    await page.setViewportSize({ width, height: 800 });
    return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  };
  return { ...seen, wider: [await wider(320), await wider(1280)], asked: [...new Set(asked)] };
};

const nothing = { axe: [], markup: [] };
const asItShouldBe = { light: nothing, dark: nothing, wider: [0, 0], asked: [at] };

describeInChromium('every kind of letter, in each language, in light and in dark', (executablePath) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: launchArguments });
    page = await (await browser.newContext()).newPage();
    await page.addInitScript(axe.source);
  }, 60_000);

  afterAll(() => browser.close());

  it.each([...letters.keys()])(
    'has nothing that axe or the Email Markup Consortium objects to, fits, and asks for nothing: %s',
    async (name) => {
      expect(await lookAt(page, letters.get(name) ?? '')).toEqual(asItShouldBe);
    },
    30_000,
  );

  it.each([
    ['no language', ' lang="fr"', ''],
    ['no direction', ' dir="ltr"', ''],
    ['no title', /<title>.*?<\/title>/su, '<title></title>'],
    ['the letter has no name', /aria-label="[^"]*"/u, ''],
    ['no colour scheme', '<meta name="color-scheme" content="light dark" />', ''],
    ['a table that is not said to be layout', / role="presentation"/gu, ''],
    ['no alternative', '<h2>', '<img src="data:," /><h2>'],
    ['a link that says nothing', /(<a href="[^"]*">)Me désabonner/u, '$1Cliquez ici'],
    ['a heading of level 4', /<(\/?)h3/gu, '<$1h4'],
    ['text of 12px', /font-size: 16px/gu, 'font-size: 12px'],
    ['contrast of', '#8f3a1b', '#d8b8a8'],
  ] as const)('would not pass with %s', async (objection, what, instead) => {
    const html = letters.get('digest, fr') ?? '';
    const broken = html.replace(what, instead);
    expect(broken).not.toBe(html);
    const { light } = (await lookAt(page, broken)) as typeof asItShouldBe;
    expect(light.markup.join('\n')).toContain(objection);
  });

  it('would not pass with a pixel', async () => {
    const broken = (letters.get('digest, fr') ?? '').replace(
      '<h2>',
      '<img alt="" src="https://pixel.example/1.gif" /><h2>',
    );
    expect((await lookAt(page, broken)).asked).toContain('https://pixel.example/1.gif');
  });

  const folder = process.env['RELAIS_LETTERS_PNG'];
  (folder === undefined ? it.skip : it)(
    'can be looked at (needs RELAIS_LETTERS_PNG)',
    async () => {
      for (const [name, html] of letters)
        for (const colorScheme of themes)
          for (const width of [390, 1280]) {
            await page.emulateMedia({ colorScheme });
            await page.setViewportSize({ width, height: 900 });
            await page.setContent(html);
            writeFileSync(
              `${folder}/${name}-${colorScheme}-${width}.png`,
              await page.screenshot({ fullPage: !name.startsWith('huge') }),
            );
          }
      expect(letters.size).toBeGreaterThan(0);
    },
    120_000,
  );
});

describe('every kind of letter', () => {
  it.each([...letters])('has no table but for layout, for Outlook either, and is below 102 KB: %s', (_name, html) => {
    expect(tablesForOutlook(html)).toEqual([]);
    expect(Buffer.byteLength(html)).toBeLessThan(102_400);
  });

  it.each([...letters])(
    'links to where things are, without a redirect or anything to follow people by: %s',
    (_name, html) => {
      const links = [...html.matchAll(/href="([^"]*)"/gu)].map(
        ([, link = '']) => new URL(link.replaceAll('&amp;', '&')),
      );
      const known = ['relais.example', 'vote.example', 'wiki.example', 'blog.example'];
      expect(links.filter(({ hostname }) => !known.includes(hostname))).toEqual([]);
      const parameters = links
        .filter(({ hostname }) => hostname === 'relais.example')
        .flatMap((link) => [...link.searchParams.keys()]);
      expect(new Set(['jeton', 'reponse', ...parameters])).toEqual(new Set(['jeton', 'reponse']));
      expect(html).not.toMatch(/utm_|<img|\bsrc=|@import|url\(/iu);
    },
  );

  it('has HTML, but for the copy to an external list', () => {
    const [lille] = [{ upcoming: [], announced: [], news: [] }].map((content) => ({
      ...{ issue: 'i' as IssueId, date: '2026-11-23', content, assemblyName: 'A', city: 'Lille', listName: 'L' },
      ...{ publicUrl: 'https://relais.example', language: 'fr' as const },
    }));
    expect(Object.keys(lille ? plainCopy(lille) : {})).toEqual(['subject', 'text']);
    expect([...letters.values()].every((html) => html.startsWith('<!doctype html>'))).toBe(true);
  });
});
