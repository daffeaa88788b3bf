import { AssemblyNav } from '../../components/assembly-nav.js';
import { expectedToCome } from '../../components/expected.js';
import { ExpectedList } from '../../components/expected-list.js';
import { GatheringList } from '../../components/gathering-list.js';
import { feedLinks, pathOf, safeHref } from '../../components/links.js';
import { NewsList } from '../../components/news-list.js';
import { NextGathering } from '../../components/next-gathering.js';
import { NoGathering } from '../../components/no-gathering.js';
import { assemblyOf, latestNews, nextGatherings, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';

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
    const today = todayIn(request, row);
    const [next, ...later] = nextGatherings(request, today, 8, assembly);
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
              {next ? (
                <NextGathering row={next} language={language} today={today} />
              ) : (
                <NoGathering row={row} language={language} />
              )}
              {later.length > 0 && (
                <>
                  <h2>{words.then}</h2>
                  <GatheringList rows={later} language={language} today={today} />
                </>
              )}
              <ExpectedList expected={expectedToCome(request, 3, assembly)} language={language} />
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
