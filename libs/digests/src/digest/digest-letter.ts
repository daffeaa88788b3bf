import type { GatheringFact, IssueContent, NewsFact } from '@relais/digest';
import {
  monthInWords,
  placeInWords,
  whenCaveat,
  whenInWords,
  type IssueId,
  type Language,
  type LocalDate,
} from '@relais/vocabulary';
import { html, type Html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { letterDocument } from '../shell/shell.js';
import { saidByOthers, slot, slotInHtml, type LetterTemplate } from '../template.js';
import { wordings } from './wording.js';

export type DigestIssue = Readonly<{
  issue: IssueId;
  date: LocalDate;
  content: IssueContent;
  assemblyName: string;
  city: string;
  listName: string;
  language: Language;
  publicUrl: string;
}>;

const pageOf = ({ gathering }: GatheringFact, { publicUrl }: DigestIssue): string =>
  `${publicUrl}/rencontres/${gathering}`;

/** When it is, whether it was called off, and that its time zone is a guess where it is one. */
const whenOf = ({ when, cancelled }: GatheringFact, language: Language): string => {
  const caveat = whenCaveat(when, language);
  const called = cancelled ? `${wordings[language].cancelled} · ` : '';
  return `${called}${whenInWords(when, language)}${caveat ? ` (${caveat})` : ''}`;
};

/** Only what a reader can follow from a letter. */
const linkOf = ({ link }: NewsFact): string | undefined => (link && /^https?:\/\//i.test(link) ? link : undefined);

const gatheringHtml = (fact: GatheringFact, issue: DigestIssue): Html => {
  const place = placeInWords(fact.place);
  return html`<h3${fact.cancelled ? html` class="off"` : html``}><a href="${pageOf(fact, issue)}">${fact.title}</a></h3>
    <p>${whenOf(fact, issue.language)}${place ? html`<br />${place}` : html``}</p> `;
};

const newsHtml = (fact: NewsFact): Html => {
  const link = linkOf(fact);
  return html`<p>
    ${link ? html`<a href="${link}">${fact.title}</a>` : fact.title}
    <span class="quiet">(${fact.source})</span>
  </p> `;
};

const section = (title: string, parts: readonly Html[]): Html =>
  parts.length > 0
    ? html`<h2>${title}</h2>
        ${parts}`
    : html``;

/** What an issue says, from its `h1` down, without anything personal: the letter's body and the archive's page alike. */
export const issueFragment = (issue: DigestIssue): Html => {
  const words = wordings[issue.language];
  const { upcoming, announced, news } = issue.content;
  const shown = (facts: readonly GatheringFact[]): Html[] => facts.map((fact) => gatheringHtml(fact, issue));
  return html`<h1>${subjectOf(issue)}</h1>
    <p>${words.intro(issue.assemblyName)}</p>
    <h2>${words.upcoming}</h2>
    ${upcoming.length > 0 ? shown(upcoming) : html`<p>${words.nothing}</p>`}
    ${section(words.announced, shown(announced))}${section(words.news, news.map(newsHtml))}`;
};

export const subjectOf = ({ city, date, language }: DigestIssue): string =>
  wordings[language].subject(city, monthInWords(date, language));

const gatheringText = (fact: GatheringFact, issue: DigestIssue): string => {
  const place = placeInWords(fact.place);
  const lines = [whenOf(fact, issue.language), ...(place ? [saidByOthers(place)] : []), pageOf(fact, issue)];
  return `${wrapped(`* ${saidByOthers(fact.title)}`, '', '  ')}\n${lines.map((line) => wrapped(line, '  ')).join('\n')}`;
};

const newsText = (fact: NewsFact): string => {
  const link = linkOf(fact);
  const title = `* ${saidByOthers(fact.title)} (${saidByOthers(fact.source)})`;
  return `${wrapped(title, '', '  ')}${link ? `\n  ${saidByOthers(link)}` : ''}`;
};

/** The issue with its names fit for plain text. */
const plainOf = (issue: DigestIssue): DigestIssue => ({
  ...issue,
  assemblyName: saidByOthers(issue.assemblyName),
  city: saidByOthers(issue.city),
  listName: saidByOthers(issue.listName),
});

const textOf = (issue: DigestIssue): string => {
  const words = wordings[issue.language];
  const { upcoming, announced, news } = issue.content;
  const part = (title: string, texts: readonly string[]): string[] =>
    texts.length > 0 ? [underlined(title, '-'), ...texts] : [];
  const told = (facts: readonly GatheringFact[]): string[] => facts.map((fact) => gatheringText(fact, issue));
  return [
    underlined(subjectOf(issue), '='),
    wrapped(words.intro(issue.assemblyName)),
    ...part(words.upcoming, upcoming.length > 0 ? told(upcoming) : [words.nothing]),
    ...part(words.announced, told(announced)),
    ...part(words.news, news.map(newsText)),
  ].join('\n\n');
};

/** The letter of one issue in one language, with slots `preferences` and `leave`: HTML and text of the same facts. */
export const digestLetter = (issue: DigestIssue): LetterTemplate => {
  const words = wordings[issue.language];
  const archive = `${issue.publicUrl}/lettres/${issue.issue}`;
  const foot = html`<h2>${issue.listName}</h2>
    <p class="quiet">${words.why(issue.listName)}</p>
    <p class="quiet">
      <a href="${slotInHtml('leave')}">${words.leave}</a><br /><a href="${slotInHtml('preferences')}"
        >${words.preferences}</a
      ><br /><a href="${archive}">${words.archive}</a>
    </p>`;
  const plain = plainOf(issue);
  const text = [
    textOf(plain),
    '\n-- ',
    wrapped(words.why(plain.listName)),
    `${words.leave}${words.colon}\n${slot('leave')}`,
    `${words.preferences}${words.colon}\n${slot('preferences')}`,
    `${words.archive}${words.colon}\n${archive}`,
    '',
  ].join('\n');
  const subject = subjectOf(issue);
  return { subject, html: letterDocument(subject, issue.language, html`${issueFragment(issue)}${foot}`), text };
};
