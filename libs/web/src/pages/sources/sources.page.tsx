import { sources, type SourceRow } from '@relais/read-models';
import { dayInWords, type Language } from '@relais/vocabulary';
import { safeHref } from '../../components/links.js';
import { allAssemblies } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';

const Source = ({ row, language }: { row: SourceRow; language: Language }) => {
  const words = messages[language];
  const href = safeHref(row.site ?? row.url);
  const day = (instant: string): string => dayInWords(instant.slice(0, 10), language);
  return (
    <tr>
      <th scope="row">
        {href ? <a href={href}>{row.title}</a> : row.title} {row.sample && <span class="mark">{words.sample}</span>}
        <br />
        <span class="quiet">{row.platform}</span>
      </th>
      <td>
        <span class={row.status === 'failing' ? 'mark bad' : 'mark'}>{words.status[row.status]}</span>{' '}
        <span class="quiet">{words.sinceWhen(day(row.since))}</span>
        {row.reason && (
          <p class="quiet prose">
            {words.failures[row.reason.code]} : {row.reason.detail}
          </p>
        )}
      </td>
      <td>{words.items(row.items)}</td>
    </tr>
  );
};

/** Every source and its health. */
export const sourcesPage: Page = {
  name: 'sources',
  paths: ['/sources'],
  render(request) {
    const { models, language } = request;
    const words = messages[language];
    return {
      title: words.sources,
      description: words.sourcesIntro,
      alternates: [{ href: '/sources.opml', type: 'text/x-opml', title: words.opml }],
      body: (
        <>
          <h1>{words.sources}</h1>
          <p class="lead">{words.sourcesIntro}</p>
          <p>
            <a href="/sources.opml">{words.opml}</a>
          </p>
          {allAssemblies(request).map(({ assembly, profile }) => (
            <section key={assembly}>
              <h2>{profile.name}</h2>
              <div class="scroll">
                <table>
                  <thead>
                    <tr>
                      <th scope="col">{words.platform}</th>
                      <th scope="col">{words.state}</th>
                      <th scope="col">{words.news}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {models.find(sources, { where: { assembly } }).map(({ key, row }) => (
                      <Source key={key} row={row} language={language} />
                    ))}
                  </tbody>
                </table>
              </div>
            </section>
          ))}
        </>
      ),
    };
  },
};
