import type { GatheringFact, IssueContent, NewsFact } from '@relais/digest';
import {
  monthInWords,
  placeInWords,
  whenInWords,
  type IssueId,
  type Language,
  type LocalDate,
} from '@relais/vocabulary';
import { html, type Html } from '../shell/html.js';
import { underlined, wrapped } from '../shell/plain.js';
import { letterDocument } from '../shell/shell.js';
import { slot, withoutSlots, type LetterTemplate } from '../template.js';
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

const gatheringHtml = (fact: GatheringFact, issue: DigestIssue): Html => {
  const words = wordings[issue.language];
  const place = placeInWords(fact.place);
  return html`<h3>${withoutSlots(fact.title)}</h3>
    <p>
      <span class="when"
        >${fact.cancelled ? html`${words.cancelled} · ` : html``}${whenInWords(fact.when, issue.language)}</span
      >${place ? html`<br />${withoutSlots(place)}` : html``}<br /><a href="${pageOf(fact, issue)}">${words.details}</a>
    </p> `;
};

const newsHtml = (fact: NewsFact): Html =>
  html`<p>
    ${fact.link ? html`<a href="${withoutSlots(fact.link)}">${withoutSlots(fact.title)}</a>` : html`${withoutSlots(fact.title)}`}
    <span class="quiet">(${fact.source})</span>
  </p> `;

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
  const cancelled = fact.cancelled ? `${wordings[issue.language].cancelled} · ` : '';
  const lines = [
    `${cancelled}${whenInWords(fact.when, issue.language)}`,
    ...(place ? [place] : []),
    pageOf(fact, issue),
  ];
  return `${wrapped(`* ${withoutSlots(fact.title)}`)}\n${lines.map((line) => wrapped(withoutSlots(line), '  ')).join('\n')}\n`;
};

const newsText = ({ title, link, source }: NewsFact): string =>
  `${wrapped(`* ${withoutSlots(title)} (${source})`)}\n${link ? `  ${withoutSlots(link)}\n` : ''}`;

const textOf = (issue: DigestIssue): string => {
  const words = wordings[issue.language];
  const { upcoming, announced, news } = issue.content;
  const part = (title: string, texts: readonly string[]): string[] =>
    texts.length > 0 ? [underlined(title, '-'), ...texts] : [];
  const told = (facts: readonly GatheringFact[]): string[] => facts.map((fact) => gatheringText(fact, issue));
  return [
    underlined(subjectOf(issue), '='),
    wrapped(words.intro(issue.assemblyName)),
    ...part(words.upcoming, upcoming.length > 0 ? told(upcoming) : [`${words.nothing}\n`]),
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
      <a href="${slot('leave')}">${words.leave}</a><br /><a href="${slot('preferences')}">${words.preferences}</a
      ><br /><a href="${archive}">${words.archive}</a>
    </p>`;
  const text = [
    textOf(issue),
    '-- ',
    wrapped(words.why(issue.listName)),
    `${words.leave} :\n${slot('leave')}`,
    `${words.preferences} :\n${slot('preferences')}`,
    `${words.archive} :\n${archive}`,
    '',
  ].join('\n');
  const subject = subjectOf(issue);
  return { subject, html: letterDocument(subject, issue.language, html`${issueFragment(issue)}${foot}`), text };
};
