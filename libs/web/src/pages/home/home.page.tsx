import { feedLinks, pathOf } from '../../components/links.js';
import { GatheringList, Moment } from '../../components/gathering-list.js';
import { NewsList } from '../../components/news-list.js';
import { allAssemblies, citiesOf, latestNews, nextGatherings, todayIn } from '../../components/rows.js';
import { messages } from '../../i18n/messages.js';
import type { Page } from '../../page.js';

/** All assemblies, what comes next in any of them, and how it works. */
export const homePage: Page = {
  name: 'home',
  paths: ['/'],
  render(request) {
    const { language } = request;
    const words = messages[language];
    const today = todayIn(request);
    const next = nextGatherings(request, today, 6);
    const fresh = latestNews(request, 6);
    return {
      title: words.allAssemblies,
      description: words.motto,
      alternates: feedLinks(words.hub),
      body: (
        <>
          <h1>{words.hub}</h1>
          <p class="lead">{words.motto}</p>
          <h2>{words.nextGatherings}</h2>
          {next.length > 0 ? (
            <GatheringList rows={next} language={language} today={today} cities={citiesOf(request)} />
          ) : (
            <p>{words.noGathering}</p>
          )}
          <p>
            <a href={pathOf('/agenda', language)}>{words.wholeAgenda}</a>
          </p>
          <h2>{words.allAssemblies}</h2>
          <ul class="cards">
            {allAssemblies(request).map((assembly) => {
              const [soonest] = nextGatherings(request, todayIn(request, assembly), 1, assembly.assembly);
              return (
                <li class="card" key={assembly.assembly}>
                  <h3>
                    <a href={pathOf(`/${assembly.assembly}`, language)}>{assembly.profile.city}</a>
                  </h3>
                  <p>{assembly.profile.name}</p>
                  {soonest && (
                    <p class="quiet">
                      <Moment when={soonest.when} language={language} />
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
          <h2>{words.news}</h2>
          {fresh.length > 0 ? <NewsList rows={fresh} language={language} /> : <p>{words.noNews}</p>}
          <h2>{words.how}</h2>
          <ol class="steps">
            <li>{words.how1}</li>
            <li>{words.how2}</li>
            <li>{words.how3}</li>
          </ol>
          <p>
            <a class="button" href={pathOf('/abonnement', language)}>
              {words.subscribeTo}
            </a>
          </p>
        </>
      ),
    };
  },
};
