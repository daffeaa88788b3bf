import type { IssueContent, NewsFact } from '@relais/digest';
import { languages, type GatheringId } from '@relais/vocabulary';
import { filled } from '../template.js';
import { issue, links } from '../testing/issue.js';
import type { DigestIssue } from '../telling/issue.js';
import { digestLetter, issueFragment } from './digest-letter.js';

const letter = (changed: Partial<DigestIssue> = {}) => filled(digestLetter({ ...issue, ...changed }), links);
const saying = (changed: Partial<IssueContent>): Partial<DigestIssue> => ({
  content: { upcoming: [], announced: [], news: [], ...changed },
});
/** What a person reads of either part: no markup, no folding. */
const read = (part: string): string =>
  part
    .replace(/<(style|title)\b[^>]*>.*?<\/\1>|<!--.*?-->/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#123;', '{')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/[^\S\u00a0]+/g, ' ');
const oneLine = (text: string): string => text.replace(/[^\S\u00a0]+/g, ' ');
const hrefs = (html: string): string[] =>
  [...html.matchAll(/href="([^"]*)"/g)].map(([, url = '']) => url.replaceAll('&amp;', '&'));
const urls = (text: string): string[] => [...text.matchAll(/https?:\/\/\S+/g)].map(([url]) => url);

/** Each fact of the issue, in words. */
const facts = {
  fr: [
    'Les communs à Lille, novembre 2026',
    'Assemblée des communs #132',
    'jeudi 26 novembre 2026, de 18\u00a0h\u00a000 à 20\u00a0h\u00a030',
    'Maison de l’environnement, 23 rue Gosselet, 59000 Lille',
    'Atelier wiki',
    'Annulée · jeudi 3 décembre 2026 à 12\u00a0h\u00a000 (heure locale supposée)',
    'Roumics : les communs, deux jours de rencontres',
    'du jeudi 31 décembre 2026 au vendredi 1er janvier 2027',
    'MRES',
    'Annoncées pour plus tard',
    'Assemblée européenne des communs',
    'samedi 10 avril 2027',
    'Compte rendu de l’assemblée · Le blog de Lille',
    'Une page sans adresse · Wiki',
    'Vous recevez cette lettre parce que vous avez confirmé votre abonnement à «\u00a0Info Lille\u00a0».',
  ],
  en: [
    'The commons in Lille, November 2026',
    'Thursday 26 November 2026, 18:00 to 20:30',
    'Cancelled · Thursday 3 December 2026 at 12:00 (assumed to be local time)',
    'Thursday 31 December 2026 to Friday 1 January 2027',
    'Announced for later',
    'You receive this letter because you confirmed your subscription to “Info Lille”.',
  ],
  nl: [
    'De commons in Lille, november 2026',
    'donderdag 26 november 2026, van 18.00\u00a0uur tot 20.30\u00a0uur',
    'Afgelast · donderdag 3 december 2026 om 12.00\u00a0uur (vermoedelijk lokale tijd)',
    'van donderdag 31 december 2026 tot en met vrijdag 1 januari 2027',
    'Aangekondigd voor later',
    'Je krijgt deze nieuwsbrief omdat je je inschrijving op “Info Lille” hebt bevestigd.',
  ],
} as const;

describe('a letter', () => {
  it.each(languages)('says every fact in both of its parts: %s', (language) => {
    const { html, text } = letter({ language });
    for (const fact of facts[language]) {
      expect(read(html)).toContain(fact);
      expect(oneLine(text)).toContain(fact);
    }
    expect(html).toContain(`<html lang="${language}" dir="ltr"`);
  });

  it('has every link in both of its parts, and answers as many as there are', () => {
    const { html, text } = letter();
    const page = (id: string): string => `https://relais.example/rencontres/${id}`;
    const about = (id: string, ...answers: readonly string[]): string[] => [
      ...[page(id), `${page(id)}.ics`],
      ...answers.map((answer) => `${page(id)}/reponse?${answer}jeton=${links.answer}`),
    ];
    const expected = (...answers: readonly string[]): string[] => [
      ...about('lille-132', ...answers),
      ...about('atelier'),
      ...about('festival', ...answers),
      ...about('printemps', ...answers),
      'https://blog.example/131?a=1&b=2',
      ...[links.leave, links.preferences, links.why],
      'https://relais.example/lettres/info-lille-2026-11',
    ];
    expect(hrefs(html)).toEqual(expected('reponse=oui&', 'reponse=peut-etre&', 'reponse=non&'));
    expect(urls(text)).toEqual(expected(''));
  });

  it('says that nothing is announced rather than nothing', () => {
    const { html, text } = letter(saying({}));
    for (const part of [html, text]) {
      expect(read(part)).toContain('Aucune rencontre n’est annoncée pour les deux mois qui viennent.');
      expect(read(part)).not.toMatch(/Annoncées pour plus tard|Actualités/);
    }
  });

  it('loads nothing and runs nothing', () => {
    expect(letter().html).not.toMatch(/<(img|script|link|iframe|form|svg)\b|\bsrc=|url\(|@import|@font-face|\son\w+=/i);
  });

  it('has headings in order, below one of the first level', () => {
    const levels = [...letter().html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels).toEqual([1, 2, 3, 3, 3, 2, 3, 2, 2]);
  });

  it('stays below what mail programs cut off, when it says all that it may', () => {
    const [fact] = issue.content.upcoming;
    const [item] = issue.content.news;
    const many = <Fact>(one: Fact | undefined, count: number): Fact[] =>
      Array.from({ length: count }, () => one as Fact);
    const full = { upcoming: many(fact, 40), announced: many(fact, 40), news: many(item, 20) };
    expect(Buffer.byteLength(letter({ content: full }).html)).toBeLessThan(102_000);
  });

  it('escapes what others say', () => {
    const hostile = '</h3><script>alert(1)</script> & "x" \'y\' {{{leave}}}\n* Faux titre';
    const gathering = { gathering: 'x' as GatheringId, city: 'Lille', title: hostile, place: { name: hostile } };
    const news: NewsFact = { title: hostile, link: 'https://x.example/"><b>{{leave}}', source: hostile };
    const { html, text } = letter(saying({ upcoming: [gathering], news: [news] }));
    expect(html).not.toMatch(/<script|<b>/);
    expect(read(html)).toContain('</h3><script>alert(1)</script> & "x" \'y\' {{{leave}}} * Faux titre');
    expect(oneLine(text)).toContain('</h3><script>alert(1)</script> & "x" \'y\' { { {leave}}} * Faux titre');
    expect(text).not.toMatch(/^\* Faux/m);
    for (const part of [html, text]) expect(part.split(links.leave)).toHaveLength(2);
  });

  it('links to nothing but the web', () => {
    const news = ['javascript:alert(1)', 'data:text/html,x', ' https://x.example', '/etc'].map((link) => ({
      title: 'Un titre',
      link,
      source: 's',
    }));
    const { html, text } = letter(saying({ news }));
    expect([hrefs(html).length, urls(text).length]).toEqual([4, 4]);
    expect(html).not.toContain('javascript');
    expect(text).not.toContain('javascript');
  });
});

describe('what an issue says, in the archive', () => {
  it('is what its letters said, without anything personal', () => {
    const { html } = issueFragment(issue);
    const [personal, public_] = [letter().html, html].map((part) =>
      oneLine(read(part)).replaceAll(' &nbsp;· Je viens &nbsp;· Peut-être &nbsp;· Je ne viens pas', ''),
    );
    expect(personal).toContain(public_?.trim());
    expect(html).not.toMatch(/jeton|\{\{|abonnement\//);
  });
});
