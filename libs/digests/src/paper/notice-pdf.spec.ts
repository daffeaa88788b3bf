import { languages, placeInWords, whenInWords, type GatheringId } from '@relais/vocabulary';
import { wholeLetter } from '../digest/edition-letter.js';
import { wholeEdition } from '../telling/issue.js';
import { filled } from '../template.js';
import { issue, links } from '../testing/issue.js';
import { randomIssue } from '../testing/random-issue.js';
import { readInHtml } from '../testing/read-by-a-person.js';
import { readPdf } from '../testing/read-pdf.js';
import { Notices } from './notice-aside.js';
import { noticePdf, type Posted } from './notice-pdf.js';

const posted: Posted = { ...issue, composedAt: '2026-11-15T08:00:00Z' };
const bare = (text: string): string => text.replace(/\s/gu, '');
/** Without what no font of ours has a letter for. */
const printable = (text: string): string => bare(text).replace(/\p{Extended_Pictographic}|\p{Script=Arabic}/gu, '');

describe('a notice for the notice board', () => {
  it.each(languages)('says every fact, in order, once: %s', async (language) => {
    const { words, pages } = readPdf(await noticePdf(posted, language));
    const { upcoming, announced, news } = issue.content;
    let from = 0;
    for (const fact of [
      ...[...upcoming, ...announced].flatMap(({ title, when, place }) => [
        ...[title, whenInWords(when, language), placeInWords(place)],
      ]),
      ...news.flatMap(({ title, source }) => [title, source]),
    ]) {
      const at = words.indexOf(bare(fact), from);
      expect({ fact, at: at >= from }).toEqual({ fact, at: true });
      from = at + 1;
    }
    expect(pages).toBe(1);
  });

  it('says what the letter says, of random issues', async () => {
    let whole = 0;
    for (let seed = 1; seed <= 20; seed += 1) {
      const one = { ...randomIssue(seed), composedAt: posted.composedAt };
      const { words } = readPdf(await noticePdf(one, 'fr'));
      if (/autres?annonces?(sont|est)surlesite/u.test(words)) continue;
      whole += 1;
      const letter = readInHtml(filled(wholeLetter(wholeEdition('fr'), [one]), links).html);
      const facts = [...one.content.upcoming, ...(one.content.votes ?? []), ...one.content.news];
      for (const { title } of facts)
        // A fact that stands in it twice is told once, by both.
        if (letter.words.includes(title.replace(/[\s·:{]/gu, ''))) expect(printable(words)).toContain(printable(title));
    }
    expect(whole).toBeGreaterThan(10);
  });

  it('leads to each gathering, to the whole letter, and to subscribing; nothing of it is anybody’s own', async () => {
    const { links: all } = readPdf(await noticePdf(posted, 'fr'));
    expect(new Set(all)).toEqual(
      new Set([
        ...['lille-132', 'atelier', 'festival', 'printemps'].map((id) => `https://relais.example/rencontres/${id}`),
        ...['https://blog.example/131?a=1&b=2', 'https://relais.example/lettres/info-lille-2026-11'],
        'https://relais.example/abonnement',
      ]),
    );
  });

  it('is tagged, and says its language', async () => {
    const { isTagged, language, tags } = readPdf(await noticePdf(posted, 'nl'));
    expect([isTagged, language]).toEqual([true, 'nl']);
    expect(new Set(tags)).toEqual(new Set(['Document', 'H1', 'H2', 'H3', 'P', 'Link']));
  });

  it('is the same bytes for the same issue, made at the time of the issue', async () => {
    const [one, again] = [await noticePdf(posted, 'fr'), await noticePdf(structuredClone(posted), 'fr')];
    expect(one.equals(again)).toBe(true);
    expect(one.toString('latin1')).toContain('(D:20261115080000Z)');
  });

  it('has two pages at most: what finds no room is counted', async () => {
    const upcoming = Array.from({ length: 200 }, (_, index) => ({
      ...{ gathering: `g${index}` as GatheringId, city: 'Lille', title: `Rencontre ${index}` },
      ...{ place: { name: 'MRES' }, when: { kind: 'all-day', from: '2026-12-01', until: '2026-12-01' } as const },
    }));
    const { pages, words } = readPdf(await noticePdf({ ...posted, content: { ...issue.content, upcoming } }, 'fr'));
    const [, left = ''] = /(\d+)autresannoncessontsurlesite/u.exec(words) ?? [];
    expect(pages).toBe(2);
    // Three facts of the issue stand after them.
    expect(words.split('MRES').length - 1).toBe(203 - Number(left));
    expect(words).toContain('Lirecettelettresurlesite');
  });

  it('is drawn in a thread, once', async () => {
    const notices = new Notices();
    const [one, again] = await Promise.all([notices.of(posted, 'fr'), notices.of(structuredClone(posted), 'fr')]);
    expect(again).toBe(one);
    expect(one.equals(await noticePdf(posted, 'fr'))).toBe(true);
  });
});
