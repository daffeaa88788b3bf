import { AssemblyNav } from '../../components/assembly-nav.js';
import { feedLinks, pathOf, safeHref } from '../../components/links.js';
import { NewsList } from '../../components/news-list.js';
import { assemblyOf, latestNews } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';
import { Programme } from './programme.js';

/** One assembly: what comes next, what is new, and how to follow it. */
export const assemblyPage: Page = {
  name: 'assembly',
  paths: ['/:city'],
  render(request) {
    const row = assemblyOf(request);
    if (row === undefined) return undefined;
    const { language, path } = request;
    const words = messages[language];
    const { assembly, profile } = row;
    const fresh = latestNews(request, 8, assembly);
    const website = safeHref(profile.website);
    return {
      title: profile.name,
      description: `${words.titleOf(words.nextGatherings, profile.name)}. ${words.assemblyIs}`,
      alternates: feedLinks(profile.name, assembly),
      body: (
        <>
          <AssemblyNav row={row} language={language} path={path} />
          <h1>{profile.name}</h1>
          <p class="lead">{words.assemblyIs}</p>
          <div class="split">
            <div>
              <Programme request={request} row={row} />
              <p>
                <a href={pathOf(`/${assembly}/agenda`, language)}>{words.wholeAgenda}</a>
              </p>
            </div>
            <div>
              <section class="card aside">
                <h2>{words.subscribeTo}</h2>
                <p>{words.subscribeIntro}</p>
                <a class="button" href={pathOf(`/${assembly}/abonnement`, language)}>
                  {words.subscribe}
                </a>
              </section>
              <h2>{words.news}</h2>
              {fresh.length > 0 ? (
                <NewsList rows={fresh} language={language} zone={profile.zone} />
              ) : (
                <p>{words.noNews}</p>
              )}
              <h2>{words.follow}</h2>
              {website && (
                <p>
                  <a href={website} rel="noopener">
                    {words.website}
                  </a>
                </p>
              )}
              <p>{words.followText}</p>
              <ul class="links">
                {feedLinks(profile.city, assembly).map(({ href, title }) => (
                  <li key={href}>
                    <a href={href}>{title}</a>
                  </li>
                ))}
              </ul>
            </div>
          </div>
        </>
      ),
    };
  },
};
