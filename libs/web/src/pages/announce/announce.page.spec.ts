import axe from 'axe-core';
import { chromium, type Browser } from 'playwright-core';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { projected } from '@relais/read-models/testing';
import { isLanguage, languages, type Language } from '@relais/vocabulary';
import { renderPage } from '../../layout/document.js';
import { css } from '../../layout/stylesheet.js';
import { describeInChromium, launchArguments } from '../../testing/browser.js';
import { elementById, elements, textOf } from '../../testing/rendered.js';
import { requestOf, stylesheet } from '../../testing/request.js';
import { announcingPage } from './announce.page.js';
import { announceFields, fieldOf, type AnnounceDoubt, type Announcing } from './announcing.js';
import { announceWords } from './words.js';

const address = '/annoncer/organisers/abc';
const start: Announcing = { source: 'Annonces', assembly: 'Assemblée de Lille', step: 'paste', values: {}, own: [] };
const doubts = Object.keys(announceWords.fr.doubts).map((about) => ({ about, text: 'jeudi' })) as AnnounceDoubt[];
const own: Announcing['own'] = [
  {
    ...{ item: 'annonce:1', title: 'Assemblée ouverte', cancelled: false },
    when: { kind: 'timed', starts: '2026-12-10T17:30:00Z', zone: 'Europe/Paris' },
  },
  { item: 'mail:2', title: 'Sans-date-et-très-longue'.repeat(12), cancelled: false },
  {
    item: 'annonce:3',
    title: 'Fresque',
    cancelled: true,
    when: { kind: 'all-day', from: '2026-12-12', until: '2026-12-12' },
  },
];
const states: Readonly<Record<string, Announcing | undefined>> = {
  start,
  full: { ...start, own, done: 'published' },
  silent: { ...start, values: { colle: 'https://facebook.test/x' }, errors: { colle: 'page-silent' } },
  doubtful: { ...start, step: 'fields', values: { titre: 'Fresque', date: '2026-12-10' }, doubts },
  wrong: {
    ...{ ...start, step: 'fields' as const, values: { titre: '', date: 'demain', lien: 'x' } },
    errors: { titre: 'missing', date: 'not-a-date', debut: 'no-time', lien: 'not-a-link' },
  },
  none: undefined,
};
const models = await projected();
const shown = (state: Announcing | undefined, language: Language = 'fr'): { status: number; html: string } => {
  const request = requestOf(models, language === 'fr' ? address : `${address}?lang=${language}`);
  const response = announcingPage(state).render(request);
  if (response === undefined) throw new Error('there is no such page');
  return { status: response.status ?? 200, html: renderPage(request, response, stylesheet) };
};

describe('the form behind an organiser’s link', () => {
  it('has nothing for a link that is none', () => {
    const { status, html } = shown(undefined);
    expect([status, elements(html, 'form').length]).toEqual([404, 0]);
  });

  it('sends by POST to where it is, in the language it is read in', () => {
    const forms = Object.values(states).flatMap((state) => elements(shown(state, 'en').html, 'form'));
    expect(new Set(forms.map(({ attribs }) => `${attribs['method']} ${attribs['action']}`))).toEqual(
      new Set([`post ${address}?lang=en`]),
    );
  });

  it('has a word for every doubt, beside the field that it is about', () => {
    for (const language of languages) {
      const { html } = shown(states['doubtful'], language);
      for (const { about, text } of doubts) {
        const field = fieldOf(about);
        expect(announceFields).toContain(field);
        const said = textOf(elementById(html, `${field}-doute`));
        expect(said).toContain(announceWords[language].doubts[about](text).replace(/\s+/gu, ' '));
        expect(elementById(html, field)?.attribs['aria-describedby']).toBe(`${field}-doute`);
      }
    }
  });

  it('leads from each error to its field, which says that it is wrong', () => {
    const { status, html } = shown(states['wrong']);
    expect(status).toBe(400);
    const targets = elements(html, 'a').flatMap(({ attribs }) => /^#(.+)/u.exec(attribs['href'] ?? '')?.[1] ?? []);
    expect(targets.slice(1)).toEqual(['titre', 'date', 'debut', 'lien']);
    for (const field of targets.slice(1))
      expect(elementById(html, field)?.attribs).toMatchObject({
        'aria-invalid': 'true',
        'aria-describedby': `${field}-erreur`,
      });
  });

  it('offers to complete what has no date, to correct the rest, and to cancel what is not', () => {
    const { html } = shown(states['full']);
    const buttons = elements(html, 'button').map((button) => [button.attribs['value'], textOf(button)]);
    expect(buttons.slice(2)).toEqual([
      ...[
        ['corriger', 'Corriger'],
        ['annuler', 'Annuler la rencontre'],
        ['corriger', 'Compléter'],
        ['corriger', 'Corriger'],
      ],
    ]);
  });

  it('has the same words in both languages, set as each is set', () => {
    const texts = (value: unknown): string[] => {
      if (typeof value === 'string') return [value];
      if (typeof value === 'function') return [String((value as (...of: string[]) => unknown)('x', 'y'))];
      return Object.values(value as object).flatMap(texts);
    };
    for (const text of texts(announceWords.fr)) expect(text).not.toMatch(/ [:;!?»]|« |\p{L}[:;!?»](?!\/)|'/u);
    for (const text of texts(announceWords.en)) expect(text).not.toMatch(/[\s\u00a0][:;!?]|'/u);
  });
});

describeInChromium('the form behind an organiser’s link, in Chromium', (executablePath) => {
  let browser: Browser;
  let server: Server;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
      const lang = searchParams.get('lang');
      if (pathname === stylesheet.path) return response.writeHead(200, { 'content-type': 'text/css' }).end(css);
      const { status, html } = shown(states[pathname.slice(1)], isLanguage(lang) ? lang : 'fr');
      return response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    browser = await chromium.launch({ executablePath, args: launchArguments });
  });
  afterAll(async () => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
  });

  it.each(Object.keys(states).flatMap((state) => languages.map((language) => [state, language] as const)))(
    'has nothing that axe objects to, and fits narrow and wide windows: %s in %s',
    async (state, language) => {
      const page = await browser.newPage({ colorScheme: 'light' });
      await page.addInitScript(axe.source);
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/${state}?lang=${language}`);
      const objections = (): Promise<string[]> =>
        page.evaluate(async () => {
          const { violations } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
          return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} ${target.join(' ')}`));
        });
      const overflow: number[] = [];
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        overflow.push(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        );
      }
      const light = await objections();
      await page.emulateMedia({ colorScheme: 'dark' });
      expect({ overflow, light, dark: await objections() }).toEqual({ overflow: [0, 0], light: [], dark: [] });
      await page.close();
    },
  );
});
