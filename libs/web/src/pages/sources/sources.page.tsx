import { sources, type SourceRow } from '@relais/read-models';
import { pathOf } from '../../components/links.js';
import { allAssemblies } from '../../components/rows.js';
import { messages, type Messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';
import { SourceItem } from './source-item.js';

/** The best first; of what there is none, nothing is said. */
const order = ['ok', 'silent', 'failing', 'gone', 'unread'] as const satisfies readonly SourceRow['status'][];

const healthInWords = (all: readonly SourceRow[], words: Messages): string =>
  order
    .map((status) => [words.statusCounts[status], all.filter((row) => row.status === status).length] as const)
    .filter(([, count]) => count > 0)
    .map(([said, count]) => said(count))
    .join(', ');

/** Every source and its health, city by city. */
export const sourcesPage: Page = {
  name: 'sources',
  paths: ['/sources'],
  render(request) {
    const { models, language } = request;
    const words = messages[language];
    const all = models.find(sources).map(({ row }) => row);
    const byAssembly = Map.groupBy(all, ({ assembly }) => assembly);
    return {
      title: words.sources,
      description: words.sourcesIntro,
      alternates: [{ href: '/sources.opml', type: 'text/x-opml', title: words.opml }],
      body: (
        <>
          <h1>{words.sources}</h1>
          <p class="lead">{words.sourcesIntro}</p>
          {all.length === 0 ? (
            <p>{words.noSource}</p>
          ) : (
            <p>
              <strong>{words.titleOf(words.sourcesCount(all.length), healthInWords(all, words))}</strong>.{' '}
              <a href="/sources.opml">{words.opml}</a>
            </p>
          )}
          {all.some(({ sample }) => sample) && <p class="quiet">{words.sampleText}</p>}
          {allAssemblies(request).map(({ assembly, profile }) => {
            const own = byAssembly.get(assembly) ?? [];
            return own.length === 0 ? null : (
              <section key={assembly}>
                <h2 dir="auto">{profile.city}</h2>
                <p class="quiet">
                  <a href={pathOf(`/${assembly}`, language)} dir="auto">
                    {profile.name}
                  </a>
                </p>
                <ul class="sources">
                  {own.map((row) => (
                    <SourceItem key={row.source} row={row} language={language} zone={profile.zone} />
                  ))}
                </ul>
              </section>
            );
          })}
        </>
      ),
    };
  },
};
