import { sources } from '@relais/read-models';
import { allAssemblies } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';
import { SourceItem } from './source-item.js';

/** Every source and its health. */
export const sourcesPage: Page = {
  name: 'sources',
  paths: ['/sources'],
  render(request) {
    const { models, language } = request;
    const words = messages[language];
    const all = models.find(sources).map(({ row }) => row);
    const failing = all.filter(({ status }) => status === 'failing').length;
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
              <strong>{words.sourcesCount(all.length)}</strong>, {words.sourcesFailing(failing)}.{' '}
              <a href="/sources.opml">{words.opml}</a>
            </p>
          )}
          {all.some(({ sample }) => sample) && <p class="quiet">{words.sampleText}</p>}
          {allAssemblies(request).map(({ assembly, profile }) => {
            const own = byAssembly.get(assembly) ?? [];
            return own.length === 0 ? null : (
              <section key={assembly}>
                <h2>{profile.name}</h2>
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
