import { issueFragment, subjectOf, type DigestIssue } from '@relais/digests';
import { assemblies, issues } from '@relais/read-models';
import { dayInWords } from '@relais/vocabulary';
import { pathOf } from '../../components/links.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';

/** One issue as it was sent, without anybody's personal links. */
export const letterPage: Page = {
  name: 'letter',
  paths: ['/lettres/:id'],
  render({ models, params, language, publicUrl }) {
    const row = models.get(issues, params['id'] ?? '');
    if (row === undefined) return undefined;
    const assembly = models.get(assemblies, row.assembly);
    const issue: DigestIssue = {
      ...row,
      assemblyName: assembly?.profile.name ?? row.assembly,
      city: assembly?.profile.city ?? row.assembly,
      listName: assembly?.lists.find(({ list }) => list === row.list)?.name ?? row.list,
      language,
      publicUrl,
    };
    const words = messages[language];
    return {
      title: subjectOf(issue),
      description: words.letterText(issue.assemblyName),
      body: (
        <>
          <p class="quiet">
            <a href={pathOf('/lettres', language)}>{words.letters}</a>
            {' · '}
            <time dateTime={row.date}>{words.letterOf(dayInWords(row.date, language))}</time>
          </p>
          {/* Made by our own letter templates, which escape what they are given. */}
          <article class="letter prose" dangerouslySetInnerHTML={{ __html: issueFragment(issue).html }} />
          <p>
            <a class="button" href={pathOf(`/${row.assembly}/abonnement`, language)}>
              {words.receiveNext}
            </a>
          </p>
        </>
      ),
    };
  },
};
