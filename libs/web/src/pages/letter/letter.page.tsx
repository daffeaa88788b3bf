import { archivedIssue, issueFragment, subjectOf, templateVersion } from '@relais/digests';
import { dayInWords } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';
import { letterWords } from './words.js';

/** One issue as it was sent, without anybody's personal links. */
export const letterPage: Page = {
  name: 'letter',
  paths: ['/lettres/:id'],
  render({ models, params, language, publicUrl }) {
    const issue = archivedIssue(models, params['id'] ?? '', publicUrl);
    if (issue === undefined) return undefined;
    const { assembly, date, position, hash, template } = issue.row;
    const told = { ...issue, language };
    const words = messages[language];
    const { paper, made, template: shownWith } = letterWords[language];
    const pdf = pathOf(`/lettres/${issue.issue}.pdf`, language);
    return {
      title: subjectOf(told),
      description: words.letterText(issue.assemblyName),
      alternates: [{ href: pdf, type: 'application/pdf', title: paper }],
      body: (
        <>
          <p class="quiet">
            <a href={pathOf('/lettres', language)}>{words.letters}</a>
            {' · '}
            <time dateTime={date}>{words.letterOf(dayInWords(date, language))}</time>
            {' · '}
            <a href={pdf}>{paper}</a>
          </p>
          {/* Made by our own letter templates, which escape what they are given. */}
          <article class="letter prose" dangerouslySetInnerHTML={{ __html: issueFragment(told).html }} />
          <p>
            <a class="button" href={pathOf(`/${assembly}/abonnement`, language)}>
              {words.receiveNext}
            </a>
          </p>
          <p class="quiet">
            {made(position, hash)} {template !== templateVersion && shownWith(template, templateVersion)}
          </p>
        </>
      ),
    };
  },
};
