import { GatheringList } from '../../components/gathering-list.js';
import { feedLinks, pathOf, safeHref } from '../../components/links.js';
import { NewsList } from '../../components/news-list.js';
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
    const { language } = request;
    const words = messages[language];
    const { assembly, profile } = row;
    const today = todayIn(request, row);
    const next = nextGatherings(request, today, 8, assembly);
    const fresh = latestNews(request, 8, assembly);
    const website = safeHref(profile.website);
    return {
      title: profile.name,
      description: `${words.nextGatherings} : ${profile.name}`,
      alternates: feedLinks(profile.name, assembly),
      body: (
        <>
          <p class="quiet">{profile.city}</p>
          <h1>{profile.name}</h1>
          <ul class="links">
            <li>
              <a href={pathOf(`/${assembly}/agenda`, language)}>{words.agenda}</a>
            </li>
            <li>
              <a href={pathOf(`/${assembly}/histoire`, language)}>{words.history}</a>
            </li>
            {website && (
              <li>
                <a href={website}>{words.website}</a>
              </li>
            )}
          </ul>
          <h2>{words.nextGatherings}</h2>
          {next.length > 0 ? (
            <GatheringList rows={next} language={language} today={today} />
          ) : (
            <p>{words.noGathering}</p>
          )}
          <h2>{words.news}</h2>
          {fresh.length > 0 ? <NewsList rows={fresh} language={language} /> : <p>{words.noNews}</p>}
          <h2>{words.subscribeTo}</h2>
          <p>{words.subscribeIntro}</p>
          <p>
            <a class="button" href={pathOf(`/${assembly}/abonnement`, language)}>
              {words.subscribe}
            </a>
          </p>
          <h2>{words.feeds}</h2>
          <ul class="links">
            {feedLinks(profile.city, assembly).map(({ href, title }) => (
              <li key={href}>
                <a href={href}>{title}</a>
              </li>
            ))}
          </ul>
        </>
      ),
    };
  },
};
