import type { GatheringFact, IssueContent } from '@relais/digest';
import { languages, placeInWords, whenInWords, type GatheringId, type IssueId } from '@relais/vocabulary';
import { filled } from '../template.js';
import { saysNothing } from '../telling/facts-of.js';
import { wholeEdition, type Edition, type TellableIssue } from '../telling/issue.js';
import { issue, links } from '../testing/issue.js';
import { numbersFrom, randomIssue } from '../testing/random-issue.js';
import { readInHtml, readInText } from '../testing/read-by-a-person.js';
import { editionLetter, wholeLetter } from './edition-letter.js';

const fr = wholeEdition('fr');
const short: Edition = { ...fr, length: 'short' };
const letter = (edition: Edition, ...issues: readonly TellableIssue[]) => filled(wholeLetter(edition, issues), links);
const saying = (content: Partial<IssueContent>, more: Partial<TellableIssue> = {}): TellableIssue => ({
  ...issue,
  content: { upcoming: [], announced: [], news: [], ...content },
  ...more,
});
const meeting = (id: string, from: string, more: Partial<GatheringFact> = {}): GatheringFact => ({
  ...{ gathering: id as GatheringId, city: 'Lille', title: `Rencontre ${id}` },
  ...{ when: { kind: 'all-day', from, until: from }, ...more },
});
const roubaix = (content: Partial<IssueContent>): TellableIssue =>
  saying(content, {
    issue: 'info-roubaix' as IssueId,
    city: 'Roubaix',
    assemblyName: 'Roubaix',
    listName: 'Info Roubaix',
  });
const titles = (text: string): string[] => [...text.matchAll(/^\* (.*?)(?: · .*)?$/gm)].map(([, title = '']) => title);
const bare = (text: string): string => text.replace(/[\s·:{]/gu, '');

describe('a letter’s HTML and text', () => {
  it('say the same facts, whatever others write: 300 letters of random issues', () => {
    for (let seed = 1; seed <= 300; seed += 1) {
      const next = numbersFrom(seed);
      const issues = Array.from({ length: 1 + Math.floor(next() * 3) }, (_, index) => randomIssue(seed + index));
      const language = languages[seed % languages.length] ?? 'fr';
      const edition: Edition = { ...wholeEdition(language), length: next() < 0.5 ? 'short' : 'full' };
      const { html, text } = letter(edition, ...issues);
      const [ofHtml, ofText] = [readInHtml(html), readInText(text)];
      expect({ seed, ...ofText }).toEqual({ seed, ...ofHtml });
      expect(Buffer.byteLength(html)).toBeLessThan(102_400);
    }
  });

  it('say every fact of an issue: title, day, place and source', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const one = randomIssue(seed);
      const { html, text } = letter(fr, one);
      const known = new Set<string>();
      for (const { gathering, title, when, place } of [...one.content.upcoming, ...one.content.announced])
        if (!known.has(gathering) && known.add(gathering))
          for (const fact of [title, whenInWords(when, 'fr'), placeInWords(place)])
            for (const { words } of [readInHtml(html), readInText(text)]) expect(words).toContain(bare(fact));
    }
  });

  it('are the same bytes for the same facts', () => {
    expect(letter(fr, randomIssue(7))).toEqual(letter(fr, structuredClone(randomIssue(7))));
  });

  it('are at most 72 columns wide in text, but for addresses', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const lines = letter(fr, randomIssue(seed)).text.split('\n');
      expect(lines.filter((line) => line.length > 72 && !/^\s*https?:\/\/\S+$/u.test(line))).toEqual([]);
    }
  });

  it('are text alone where somebody wants that', () => {
    const { subject, text } = letter(fr, issue);
    expect(filled(editionLetter({ ...fr, format: 'text' }, [issue]), links)).toEqual({ subject, text });
  });
});

describe('what a letter says first', () => {
  const vote = {
    title: 'Vote du budget',
    source: 'Loomio',
    link: 'https://vote.example/1',
    closes: '2026-11-17T17:00:00Z',
  };
  const content = {
    upcoming: [meeting('bientôt', '2026-11-20'), meeting('dans-huit-jours', '2026-11-22')],
    votes: [vote, { ...vote, link: 'https://vote.example/2', title: 'Vote de mai', closes: '2027-05-01T10:00:00Z' }],
    minutes: [{ title: 'Compte rendu', source: 'Wiki' }],
    news: [{ title: 'Un article', source: 'Blog' }],
  };

  it('is what closes or takes place within seven days; then gatherings, votes, minutes and news', () => {
    const { text } = letter(fr, saying(content, { zone: 'Europe/Paris' }));
    expect(titles(text)).toEqual([
      ...[
        'Vote du budget',
        'Rencontre bientôt',
        'Rencontre dans-huit-jours',
        'Vote de mai',
        'Compte rendu',
        'Un article',
      ],
    ]);
    expect(text).toContain('Vote ouvert jusqu’au mardi 17 novembre 2026 à 18\u00a0h\u00a000');
  });

  it('is in UTC where nobody said in which zone one votes', () => {
    expect(letter(fr, saying(content)).text).toContain('mardi 17 novembre 2026 à 17\u00a0h\u00a000 (UTC)');
  });
});

describe('a letter of several cities', () => {
  const both = meeting('commune', '2026-12-10');

  it('tells a fact once, in the order of days, with the city of each', () => {
    const news = { title: 'La fédération', link: 'https://f.example/1', source: 'Fédération' };
    const issues = [
      saying({ upcoming: [meeting('b', '2026-12-12'), both], news: [news] }),
      roubaix({ upcoming: [meeting('a', '2026-12-01', { city: 'Roubaix' })], announced: [both], news: [news] }),
    ];
    const { subject, text, html } = letter(fr, ...issues);
    expect(titles(text)).toEqual(['Rencontre a', 'Rencontre commune', 'Rencontre b', 'La fédération']);
    expect(subject).toBe('Les communs à Lille et Roubaix, novembre 2026');
    expect(text).toContain('Roubaix · mardi 1er décembre 2026');
    expect(html).toContain('«\u00a0Info Lille\u00a0» et «\u00a0Info Roubaix\u00a0»');
    expect(text).toContain('https://relais.example/lettres/info-roubaix');
  });

  it('counts cities where there are many', () => {
    const issues = ['Lille', 'Roubaix', 'Gand', 'Brest'].map((city) => saying({ upcoming: [both] }, { city }));
    expect(letter(fr, ...issues).subject).toBe('Les communs à 4 villes, novembre 2026');
  });
});

describe('what somebody does not want', () => {
  const content = {
    upcoming: [meeting('eau', '2026-12-01', { themes: ['eau'] })],
    news: [{ title: 'N', source: 's' }],
  };

  it('is left out: kinds and themes; what has no theme is for everybody', () => {
    expect(titles(letter({ ...fr, kinds: ['news'] }, saying(content)).text)).toEqual(['N']);
    expect(titles(letter({ ...fr, themes: ['terre'] }, saying(content)).text)).toEqual(['N']);
    expect(titles(letter({ ...fr, themes: ['eau'] }, saying(content)).text)).toEqual(['Rencontre eau', 'N']);
  });

  it('is no letter where it is all there is', () => {
    expect(saysNothing({ ...fr, kinds: ['votes'] }, [saying(content)])).toBe(true);
    expect(saysNothing(fr, [saying(content)])).toBe(false);
  });
});

describe('a short letter', () => {
  const many = Array.from({ length: 40 }, (_, index) =>
    meeting(`n${index}`, '2026-12-01', { place: { name: 'MRES' } }),
  );

  it('has one line for each fact, fifteen at most, and a link to the whole', () => {
    const { text } = letter(short, saying({ upcoming: many }));
    expect(titles(text)).toHaveLength(15);
    expect(text).toContain('* Rencontre n0 · mardi 1er décembre 2026\n  https://relais.example/rencontres/n0\n');
    expect(text).not.toContain('MRES');
    expect(text).toContain('25 autres annonces sont sur le site.\nLire cette lettre sur le site\u00a0:');
  });
});

describe('an issue that is too long', () => {
  const huge = (count: number, length: number): TellableIssue =>
    saying({
      upcoming: Array.from({ length: count }, (_, index) =>
        meeting(`n${index}`, '2026-12-01', {
          title: `Rencontre ${index} ${'é'.repeat(length)}`,
          place: { name: 'MRES' },
        }),
      ),
    });
  const size = (html: string): number => Buffer.byteLength(html);

  it('is told in full as far as there is room, then short', () => {
    const { html, text } = letter(fr, huge(200, 50));
    expect(size(html)).toBeLessThan(102_400);
    expect(text).toContain('Rencontre 0 ');
    expect(text.match(/MRES/g)?.length).toBeGreaterThan(20);
    expect(text).toContain('Rencontre 199 ');
    expect(readInText(text)).toEqual(readInHtml(html));
  });

  it('is cut with a count and a link where it has no room in short', () => {
    const { html, text } = letter(fr, huge(2_000, 200));
    expect(size(html)).toBeLessThan(102_400);
    expect(text).toMatch(/\d+ autres annonces sont sur le site/u);
    expect(readInText(text)).toEqual(readInHtml(html));
  });

  it('has room for the longest tokens', () => {
    const template = wholeLetter(fr, [huge(200, 50)]);
    const long = Object.fromEntries(Object.keys(links).map((name) => [name, `https://x.example/${'t'.repeat(120)}`]));
    expect(size(filled(template, long).html)).toBeLessThan(102_400);
  });
});

describe('the title of a letter', () => {
  it.each([
    ['month', 'Les communs à Lille, novembre 2026'],
    ['week', 'Les communs à Lille, semaine du dimanche 15 novembre 2026'],
    ['day', 'Les communs à Lille, dimanche 15 novembre 2026'],
    ['event', 'Rencontre seule'],
    ['notice', 'Rencontre seule'],
  ] as const)('says what of it is new, at each rhythm: %s', (cadence, subject) => {
    expect(letter(fr, saying({ upcoming: [meeting('seule', '2026-12-01')] }, { cadence })).subject).toBe(subject);
  });
});
