import type { Language } from '@relais/vocabulary';
import { wholeEdition, type TellableIssue } from '../telling/issue.js';
import { tellingOf } from '../telling/telling.js';
import { toldOf } from '../telling/told.js';
import { wordsOf } from '../telling/words.js';

/** One piece of a notice: what it is for who cannot see it, and what it says. */
export type Block = Readonly<{
  kind: 'H1' | 'lead' | 'H2' | 'H3' | 'P' | 'foot';
  text: string;
  link?: string;
  off?: true;
}>;

/** Blocks that stand on one page together: a title with what it is the title of, a fact with all of its lines. */
export type Group = Readonly<{ blocks: readonly Block[]; facts: number }>;

/** A notice before it is laid out; `left` says how many facts did not find room. */
export type Notice = Readonly<{
  title: string;
  language: Language;
  groups: readonly Group[];
  left: (count: number) => Group;
}>;

/** Paper knows neither lines of others nor what a terminal would do. */
const onOneLine = (text: string): string => text.replace(/[^\S\u00a0\u202f]+|\p{Cc}/gu, ' ').trim();

/** What an issue says, for paper: the facts of its letters, without anything personal, and where all of it can be read. */
export const noticeOf = (issue: TellableIssue, language: Language): Notice => {
  const edition = wholeEdition(language);
  const telling = tellingOf(edition, [issue]);
  const words = wordsOf[language];
  const manner = { language, publicUrl: issue.publicUrl, personal: false, cities: false };
  const facts = telling.sections.flatMap(({ title, facts: of, empty }): Group[] => {
    const heading: Block = { kind: 'H2', text: title };
    if (of.length === 0) return [{ blocks: [heading, { kind: 'P', text: empty ?? '' }], facts: 0 }];
    return of.map((fact, index): Group => {
      const { title: name, link, off, lines } = toldOf(fact, manner);
      const said: Block[] = [
        { kind: 'H3', text: onOneLine(name), ...(link && { link }), ...(off && { off }) },
        ...lines.map((text): Block => ({ kind: 'P', text: onOneLine(text) })),
      ];
      return { blocks: index === 0 ? [heading, ...said] : said, facts: 1 };
    });
  });
  const page = `${issue.publicUrl}/lettres/${issue.issue}`;
  const foot: Block = { kind: 'foot', text: `${words.archive}${words.colon} ${page}`, link: page };
  const subscribe = `${issue.publicUrl}/abonnement`;
  const joining: Block = { kind: 'foot', text: `${words.subscribe}${words.colon} ${subscribe}`, link: subscribe };
  return {
    ...{ title: telling.title, language },
    groups: [
      {
        blocks: [
          { kind: 'H1', text: onOneLine(telling.title) },
          { kind: 'lead', text: onOneLine(telling.lead) },
        ],
        facts: 0,
      },
      ...facts,
      { blocks: [foot, joining], facts: 0 },
    ],
    left: (count) => ({ blocks: [{ kind: 'P', text: words.left(count) }], facts: 0 }),
  };
};
